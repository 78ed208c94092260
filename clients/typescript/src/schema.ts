// Generated from the OpenAPI document of ihome by `make clients`; do not edit.
export interface paths {
  "/api/v1.0/imagecode/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Draw a picture code
     * @description The client makes up the id, and sends it with the text that a person reads in the picture. A new picture under the same id, or the id of a previous picture, makes the old one void.
     */
    get: operations["draw_picture_code"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/smscode/{mobile}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Send an SMS code for registering
     * @description The picture code is spent, right or wrong.
     */
    get: operations["send_registration_code"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/smscode": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an SMS code for registering, signing in, or a new password
     * @description The picture code is spent, right or wrong.
     */
    post: operations["send_sms_code"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/terms": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the current version of the terms and the privacy policy
     * @description Its `version` is the `terms_version` of registering.
     */
    get: operations["show_terms"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register with a mobile number
     * @description The SMS code of purpose `register` proves the number. The answer signs the new user in.
     */
    post: operations["register"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/consents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agree to the current terms and privacy policy
     * @description For users who have agreed to an earlier version, or to none. A repetition changes nothing.
     */
    post: operations["agree_to_terms"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with a password or an SMS code
     * @description The SMS code has the purpose `login`.
     */
    post: operations["login"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign an app in with a password or an SMS code
     * @description The SMS code has the purpose `login`. The answer sets no cookie. The app sends the access token with its requests, as `Authorization: Bearer …`, and stores the refresh token for the time when the access token has expired.
     */
    post: operations["issue_tokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/tokens/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange a refresh token for the next pair of tokens
     * @description The refresh token is spent: a later use of it signs the app out. For 30 seconds an app that did not receive the answer may repeat the request; it gets the same tokens.
     */
    post: operations["refresh_tokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show who is signed in */
    get: operations["check_login"];
    put?: never;
    post?: never;
    /** Sign out */
    delete: operations["logout"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/password/reset": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a new password with an SMS code
     * @description The code has the purpose `reset`. All sessions of the user end.
     */
    post: operations["reset_password"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set a new password with the old one
     * @description All other sessions of the user end.
     */
    put: operations["change_password"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the devices that are signed in */
    get: operations["list_sessions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/sessions/{session_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign a device out */
    delete: operations["end_session"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show one's profile */
    get: operations["show_profile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/avatar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a picture of oneself
     * @description JPEG, PNG or WebP; it is cut to a square.
     */
    post: operations["set_avatar"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/name": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change one's name */
    put: operations["set_name"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/auth": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show one's real name
     * @description The identity number is masked. Both are null until the real-name check is passed.
     */
    get: operations["show_real_name"];
    put?: never;
    /**
     * Pass the real-name check
     * @description It can be passed once, and not changed afterwards.
     */
    post: operations["set_real_name"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/mail": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show one's mail address */
    get: operations["show_mail_address"];
    /**
     * Send a link that verifies a mail address
     * @description The address gets notifications when somebody opens the link within a day and confirms. Until then the verified address stays.
     */
    put: operations["set_mail_address"];
    post?: never;
    /** Forget one's mail address */
    delete: operations["delete_mail_address"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/mail/verifications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Verify a mail address with the token of its link */
    post: operations["check_mail_address"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/mail/verify/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the page that verifies a mail address
     * @description It changes nothing: mail servers open links, too.
     */
    get: operations["show_mail_verification"];
    put?: never;
    /** Verify a mail address on its page */
    post: operations["check_mail_address_on_page"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/mail/unsubscribe/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the page that ends mails of one kind */
    get: operations["show_mails_of_kind"];
    put?: never;
    /** End mails of one kind with one click (RFC 8058) */
    post: operations["end_mails_of_kind"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/push-key": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the key with which browsers subscribe to notifications */
    get: operations["show_push_key"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/push-subscriptions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a browser show one's notifications
     * @description The subscription ends with the session of this request.
     */
    post: operations["add_push_subscription"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/push-subscriptions/{subscription_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End notifications in a browser */
    delete: operations["remove_push_subscription"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/areas": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all districts */
    get: operations["list_areas"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/facilities": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all facilities that a house may offer */
    get: operations["list_facilities"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search houses
     * @description With `sd` or `ed`, only houses that are free on every night. Page by `p`, or faster by `after`.
     */
    get: operations["search_houses"];
    put?: never;
    /**
     * Publish a house
     * @description The host needs a real name on file. Where the platform reviews houses, an admin has to approve it first.
     */
    post: operations["publish_house"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/index": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the houses that are booked most
     * @description Up to five of them, all with pictures.
     */
    get: operations["list_popular_houses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/facets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count what a search finds, for its filters
     * @description How many houses, at which prices, and if there are none, which filter to drop.
     */
    get: operations["count_houses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/pins": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the houses of a search on a map
     * @description Up to 200 houses, at their public positions; `bounds` is the part of the map that is seen.
     */
    get: operations["list_house_pins"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/suggestions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Suggest districts, landmarks and houses while a guest types
     * @description By the beginning of a name, its pinyin, its initials, or its English name.
     */
    get: operations["suggest_places"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a house
     * @description Only its host sees a house that is not listed.
     */
    get: operations["show_house"];
    /**
     * Replace the content of a house
     * @description An optional field that is left out becomes empty; door, rules, times and bedrooms stay as they are.
     */
    put: operations["replace_house"];
    post?: never;
    /**
     * Delete a house
     * @description Refused while one of its orders is active.
     */
    delete: operations["delete_house"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/calendar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show which nights of a house cannot be booked */
    get: operations["show_calendar"];
    /**
     * Block nights of a house
     * @description These nights replace all nights that the host had blocked before.
     */
    put: operations["block_nights"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/prices": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the prices of a house */
    get: operations["show_prices"];
    /**
     * Change the prices of a house
     * @description Fields that are left out stay as they are, and orders keep the prices at which they were booked.
     */
    put: operations["set_prices"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/rules": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show which stays a house accepts */
    get: operations["show_rules"];
    /**
     * Change which stays a house accepts
     * @description Fields that are left out stay as they are, and so do the orders that are booked.
     */
    put: operations["set_rules"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/reviews": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the reviews of a house
     * @description The counts are of all reviews, also where `rating` chooses some.
     */
    get: operations["list_reviews"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/similar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List houses like another one, near it in place, price and size */
    get: operations["list_similar"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/hosts/{user_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a host
     * @description A user without a listed house is no host.
     */
    get: operations["show_host"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/quote": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show what a stay would cost */
    get: operations["quote_stay"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/favourites": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the houses that one has saved */
    get: operations["list_favourites"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/favourites/ids": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the ids of the houses that one has saved
     * @description With them a list of houses marks each of its own.
     */
    get: operations["list_favourite_ids"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/favourites/{house_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show whether one has saved a house */
    get: operations["show_favourite"];
    /** Save a house */
    put: operations["add_favourite"];
    post?: never;
    /** Remove a house from the saved ones */
    delete: operations["remove_favourite"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Book a stay
     * @description The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the host's answer, or for the payment where the house can be booked instantly.
     */
    post: operations["book_stay"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/orders": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one's orders as guest or as host
     * @description The newest first; with `tab` `upcoming` or `current`, the earliest stay first.
     */
    get: operations["list_orders"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/notices": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one's notices
     * @deprecated
     * @description The first page also has one's imported calendars that keep failing or work again.
     */
    get: operations["list_notices"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show an order
     * @description Only its guest and its host see it.
     */
    get: operations["show_order"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/arrival": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show how to get into the house of an order
     * @description Only its guest reads this, from the payment until the day after the check-out date.
     */
    get: operations["show_order_arrival"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/status": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the state of an order, or begin to pay it
     * @description The order's `actions` say what the viewer may do now. `pay` answers where to pay, the others answer the order.
     */
    put: operations["change_order"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the changes of an order
     * @description Only its guest and its host see them.
     */
    get: operations["list_stay_changes"];
    put?: never;
    /**
     * Offer another stay to the other party
     * @description From the payment until the stay has ended. An order has one open change at a time.
     */
    post: operations["add_stay_change"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/changes/quote": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what another stay would cost
     * @description At today's prices; the nights of the order itself count as free.
     */
    get: operations["quote_stay_change"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/changes/{change_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Accept, decline, withdraw or pay a change
     * @description An accepted change takes effect at once, and what the guest has paid too much goes back. If it makes the stay dearer, its nights are held until the guest has paid the difference. `pay` answers where to pay.
     */
    put: operations["change_stay_change"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/comment": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Review a stay as its guest
     * @description Once, within 14 days after the stay. Everybody reads it when the host has reviewed the guest too, or after these 14 days; until then nobody else does.
     */
    put: operations["comment_on_stay"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/review": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Review a guest as the host
     * @description Once, within 14 days after the stay. Hosts of the guest's orders read it when the guest has reviewed the stay too, or after these 14 days.
     */
    put: operations["review_guest"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/reply": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Reply to a published review as the host
     * @description Once. Everybody reads it.
     */
    put: operations["reply_to_comment"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/notifications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one's notifications
     * @description The newest first, in the language of the request. Messages are not among them: they have lists of their own.
     */
    get: operations["list_notifications"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/notifications/read": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Mark notifications as read
     * @description Ids of others and unknown ones change nothing. Returns what is left.
     */
    put: operations["set_notifications_read"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/unread": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count what one has not read */
    get: operations["count_unread"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/notification-settings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show how one is notified */
    get: operations["show_notification_settings"];
    /**
     * Change how one is notified
     * @description What is left out stays as it is.
     */
    put: operations["set_notification_settings"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read one's events
     * @description The oldest first. A program that stores the last number it has read misses nothing, whenever it asks again.
     */
    get: operations["list_events"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/events/stream": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow one's events as they happen
     * @description Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as `data`. The stream begins behind the number of the header Last-Event-ID, else behind `after`, else with the next event. Comments keep the connection alive. The stream ends when the session does, after a quarter of an hour, and when the server stops: connect again. `event: replaced` says that the user has opened too many streams, `event: signed_out` that the session has ended.
     */
    get: operations["follow_events"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/threads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to talk with a host about a house
     * @description There is one thread for each house and guest: a repetition answers the same one. The host learns of it with the first message. An order needs no thread of its own.
     */
    post: operations["add_thread"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/orders/{order_id}/threads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find the thread of an order's guest and host
     * @description The thread is begun if there is none.
     */
    post: operations["add_order_thread"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/threads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one's threads, or search them
     * @description The latest message first. A search looks at the latest 200 threads and 5,000 messages.
     */
    get: operations["list_threads"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/threads/{thread_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a thread
     * @description Only its guest and its host see it.
     */
    get: operations["show_thread"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/threads/{thread_id}/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a part of a thread
     * @description Its end; what was said before a message; or what has been said since, for clients that ask again and again.
     */
    get: operations["list_messages"];
    put?: never;
    /**
     * Send a message
     * @description A repetition with the same `client_id` sends nothing and answers the message of the first time.
     */
    post: operations["send_message"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/threads/{thread_id}/images": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a picture for a message
     * @description JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member sees it with the message that names it; a picture that is not sent within a day is deleted.
     */
    post: operations["add_message_image"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/threads/{thread_id}/read": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Mark a thread as read up to a message
     * @description A mark never goes back. The other member sees it.
     */
    put: operations["set_read_mark"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/users/{user_id}/block": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Block a user with whom one has a thread
     * @description Their messages no longer arrive, and they do not learn of it. While a paid stay binds the two, messages arrive.
     */
    put: operations["block_user"];
    post?: never;
    /**
     * End the block of a user
     * @description Messages that they wrote meanwhile stay unseen.
     */
    delete: operations["unblock_user"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/messages/{message_id}/report": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report a message to the admins
     * @description They then read this message. A second report replaces the reason of the first.
     */
    post: operations["report_message"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/quick-replies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show one's quick replies */
    get: operations["show_quick_replies"];
    /** Replace one's quick replies */
    put: operations["set_quick_replies"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/houses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List one's own houses */
    get: operations["list_own_houses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/status": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Show a house to the public, or hide it */
    put: operations["set_house_online"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/instant": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say whether a house can be booked without an answer of its host
     * @description Orders that exist stay as they are.
     */
    put: operations["set_house_instant"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/arrival": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the arrival guide of one's own house
     * @description Guests read it with their order, from the payment until the day after the check-out date.
     */
    get: operations["show_arrival_guide"];
    /**
     * Replace the arrival guide of one's own house
     * @description Guests whose order is paid read the new one at once.
     */
    put: operations["replace_arrival_guide"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/images": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Put the pictures of a house in order
     * @description The first one becomes the cover.
     */
    put: operations["sort_house_images"];
    /**
     * Upload a picture of a house
     * @description JPEG, PNG or WebP. It is added after the other pictures.
     */
    post: operations["add_house_image"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/images/{image_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a picture of a house
     * @description Refused where the platform reviews houses, guests see this one, and fewer than three pictures would remain.
     */
    delete: operations["remove_house_image"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/house-drafts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List one's drafts of houses */
    get: operations["list_house_drafts"];
    put?: never;
    /**
     * Store a draft of a house
     * @description It is private, and deleted 180 days after its last change.
     */
    post: operations["add_house_draft"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/house-drafts/{draft_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a draft of a house */
    get: operations["show_house_draft"];
    /**
     * Replace the content of a draft
     * @description Refused if the draft has changed since the client read it.
     */
    put: operations["replace_house_draft"];
    post?: never;
    /** Remove a draft */
    delete: operations["remove_house_draft"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/house-drafts/{draft_id}/house": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish a house in place of a draft
     * @description The house stays offline until its host puts it online, so that pictures can be added first.
     */
    post: operations["publish_house_draft"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/calendar": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show prices and taken nights of all one's houses */
    get: operations["show_host_calendar"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/price-suggestion": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show what similar homes of a district cost */
    get: operations["suggest_price"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/feeds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the calendars of a house */
    get: operations["show_calendar_feeds"];
    put?: never;
    /**
     * Import another platform's calendar
     * @description It is fetched within seconds, and then every 15 minutes. Its nights cannot be booked here.
     */
    post: operations["connect_calendar_feed"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/feeds/{feed_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End the import of a calendar
     * @description Its nights become free.
     */
    delete: operations["disconnect_calendar_feed"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/houses/{house_id}/calendar/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the house's own calendar a new address
     * @description The old address no longer works.
     */
    post: operations["renew_calendar_export"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/ical/{token}.ics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the calendar of a house
     * @description An iCalendar file (RFC 5545) with the nights that are sold or blocked here, and without any guest's name.
     */
    get: operations["export_calendar"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/payments/notice": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a notice of the payment service
     * @description It is signed, and may come more than once. The answer is the text `success`.
     */
    post: operations["take_payment_notice"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pay/{number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the payment page of development */
    get: operations["show_payment_page"];
    put?: never;
    /**
     * Pay on the payment page of development
     * @description No money changes hands.
     */
    post: operations["pay_locally"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/admin/houses": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List houses by the state of their review */
    get: operations["list_houses_in_review"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/admin/houses/{house_id}/review": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Approve or reject a house
     * @description A rejection needs a reason, which the host reads. A house needs three pictures to be approved.
     */
    put: operations["review_house"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/admin/reports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List reported messages
     * @description For admins; the newest report first.
     */
    get: operations["list_reports"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/api-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one's API keys
     * @description Their texts are stored nowhere.
     */
    get: operations["list_api_keys"];
    put?: never;
    /**
     * Add an API key
     * @description The answer is the only one that shows it. Only a session that was opened within the last 15 minutes may add one.
     */
    post: operations["add_api_key"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/api-keys/{key_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove an API key
     * @description It ends at once.
     */
    delete: operations["remove_api_key"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List one's webhooks */
    get: operations["list_webhooks"];
    put?: never;
    /**
     * Add a webhook
     * @description The answer is the only one that shows its secret.
     */
    post: operations["add_webhook"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change a webhook
     * @description What waits is dropped if its address changes or it is disabled.
     */
    put: operations["change_webhook"];
    post?: never;
    /** Remove a webhook and its log */
    delete: operations["remove_webhook"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}/secret": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a webhook a new secret
     * @description For 24 hours, messages are signed with the one before as well.
     */
    post: operations["renew_webhook_secret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a test event to a webhook */
    post: operations["send_webhook_test"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was sent to a webhook
     * @description The newest first.
     */
    get: operations["list_webhook_deliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}/deliveries/{delivery_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a delivery
     * @description With its body, and the answer to each attempt.
     */
    get: operations["show_webhook_delivery"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/user/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a delivery again
     * @description Also one that was delivered. The message has the same id.
     */
    post: operations["send_webhook_again"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1.0/openapi.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show this document */
    get: operations["show_openapi"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/docs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show this document as a page */
    get: operations["show_docs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/livez": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Say that the process is alive */
    get: operations["check_liveness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/readyz": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Say whether the process may be given requests
     * @description 503 while it drains, while MariaDB or Redis is away, and while MariaDB refuses writes; the answer says which.
     */
    get: operations["check_readiness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Actor
     * @description Who changes an order. The first two are the roles of the API.
     * @enum {string}
     */
    Actor: "custom" | "landlord" | "clock" | "payments";
    /**
     * AgreedDocumentView
     * @description A document that users agree to.
     */
    AgreedDocumentView: {
      /**
       * @description Which document it is.
       * @example terms
       * @enum {string}
       */
      name: "terms" | "privacy";
      /**
       * @description The date from which this version holds.
       * @example 2026-11-22
       */
      version: string;
      /**
       * @description The path of its page.
       * @example /terms
       */
      url: string;
    };
    /**
     * ApiKeyForm
     * @description A new API key.
     */
    ApiKeyForm: {
      /**
       * @description What its owner calls it: the program that uses it.
       * @example 房态管家
       */
      name: string;
      /**
       * @description What it may be used for.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: (
        | "houses:read"
        | "houses:write"
        | "calendar:write"
        | "orders:read"
        | "orders:write"
        | "messages:read"
        | "messages:write"
        | "events:read"
        | "webhooks:write"
      )[];
      /**
       * @description In how many days it expires; without it, never.
       * @example 365
       */
      days?: number | null;
    };
    /**
     * ApiKeyView
     * @description An API key, without its text.
     */
    ApiKeyView: {
      /**
       * @description Its id.
       * @example 7
       */
      id: number;
      /**
       * @description What its owner calls it.
       * @example 小院
       */
      name: string;
      /**
       * @description What it may be used for.
       * @example [
       *       "orders:read"
       *     ]
       */
      scopes: string[];
      /**
       * @description The last four characters of the key.
       * @example x7Qd
       */
      ending: string;
      /**
       * Format: date-time
       * @description When it was made.
       * @example 2026-11-21T14:30:00+08:00
       */
      created: string;
      /** @description When it expires; null for never. */
      expires: string | null;
      /** @description When it was last used, to the minute; null before the first time. */
      used: string | null;
    };
    ApiKeysAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ApiKeysView"];
    };
    /**
     * ApiKeysView
     * @description All API keys of a user.
     */
    ApiKeysView: {
      /** @description The newest first; expired ones too. */
      keys: components["schemas"]["ApiKeyView"][];
    };
    /**
     * AreaView
     * @description A district.
     */
    AreaView: {
      /**
       * @description The area's id.
       * @example 7
       */
      area_id: number;
      /**
       * @description Its name.
       * @example 小院
       */
      name: string;
    };
    AreasAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["AreasView"];
    };
    /**
     * AreasView
     * @description Every district.
     */
    AreasView: {
      /** @description By id. */
      areas: components["schemas"]["AreaView"][];
    };
    /**
     * ArrivalForm
     * @description The whole arrival guide of a house; what is left out becomes empty.
     */
    ArrivalForm: {
      /**
       * @description How to find the house, at most 1000 characters.
       * @default
       * @example 地铁 6 号线南锣鼓巷站 E 口。
       */
      directions?: string;
      /**
       * @description What opens the door, at most 32 characters.
       * @default
       * @example 2580#
       */
      door_code?: string;
      /**
       * @description The name of the network, at most 32 characters.
       * @default
       * @example siheyuan
       */
      wifi_name?: string;
      /**
       * @description Its password, at most 63 characters.
       * @default
       * @example welcome-home
       */
      wifi_password?: string;
      /**
       * @description How things in the house work, at most 2000 characters.
       * @default
       * @example 热水器的开关在浴室门后。
       */
      manual?: string;
    };
    ArrivalGuideAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ArrivalGuideView"];
    };
    /**
     * ArrivalGuideView
     * @description What a guest needs at the door.
     */
    ArrivalGuideView: {
      /**
       * @description How to find the house; may be empty.
       * @example 小院
       */
      directions: string;
      /**
       * @description What opens the door; may be empty.
       * @example 小院
       */
      door_code: string;
      /**
       * @description The name of the network; may be empty.
       * @example 小院
       */
      wifi_name: string;
      /**
       * @description Its password; may be empty.
       * @example 小院
       */
      wifi_password: string;
      /**
       * @description How things in the house work; may be empty.
       * @example 小院
       */
      manual: string;
    };
    /**
     * ArrivalsView
     * @description Days on which a guest may arrive, and how long such a guest stays.
     */
    ArrivalsView: {
      /**
       * Format: date
       * @description The first of these days.
       * @example 2026-12-24
       */
      first_day: string;
      /**
       * Format: date
       * @description The last of these days.
       * @example 2026-12-24
       */
      last_day: string;
      /**
       * @description The shortest stay, in nights.
       * @example 3
       */
      min_nights: number;
      /**
       * @description The longest stay, in nights.
       * @example 3
       */
      max_nights: number;
    };
    /**
     * AttemptView
     * @description One attempt to deliver.
     */
    AttemptView: {
      /**
       * Format: date-time
       * @description When it began.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
      /** @description How long it took; null if it was interrupted. */
      milliseconds: number | null;
      /** @description The HTTP status of the answer; null if there was none. */
      status: number | null;
      /** @description Why there was no answer: timeout, tls, unreachable, not_public, secret, interrupted. */
      error: string | null;
      /** @description The first 4 KiB of the answer's body. */
      answer: string | null;
    };
    AvatarAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["AvatarView"];
    };
    /**
     * AvatarView
     * @description A user's new picture.
     */
    AvatarView: {
      /** @description The URL of the picture. */
      avatar_url: string | null;
    };
    /**
     * BedGroupForm
     * @description So many beds of one kind.
     */
    BedGroupForm: {
      /**
       * @description What kind of bed it is; a bunk bed counts as one.
       * @enum {string}
       */
      kind: "single" | "double" | "queen" | "bunk" | "sofa" | "tatami" | "crib";
      /**
       * @description How many there are.
       * @example 1
       */
      count: number;
    };
    /**
     * BedGroupView
     * @description So many beds of one kind.
     */
    BedGroupView: {
      /**
       * @description What kind of bed it is; a bunk bed counts as one.
       * @enum {string}
       */
      kind: "single" | "double" | "queen" | "bunk" | "sofa" | "tatami" | "crib";
      /**
       * @description How many there are.
       * @example 3
       */
      count: number;
    };
    /**
     * BedroomForm
     * @description A room where guests sleep.
     */
    BedroomForm: {
      /**
       * @description What the host calls it, at most 32 characters.
       * @example 主卧
       */
      name: string;
      /** @description Its beds, by kind. */
      beds: components["schemas"]["BedGroupForm"][];
    };
    /**
     * BedroomView
     * @description A room where guests sleep.
     */
    BedroomView: {
      /**
       * @description What the host calls it.
       * @example 小院
       */
      name: string;
      /** @description Its beds, by kind. */
      beds: components["schemas"]["BedGroupView"][];
    };
    /**
     * BillItemView
     * @description A line of a bill.
     */
    BillItemView: {
      /**
       * @description What the line is for.
       * @enum {string}
       */
      item:
        | "nights"
        | "weekend_nights"
        | "dated_nights"
        | "extra_guests"
        | "cleaning_fee"
        | "weekly_discount"
        | "monthly_discount";
      /**
       * @description The sum of the line, in fen; a discount is negative.
       * @example 39900
       */
      amount: number;
      /** @description One night, in fen; null for fees and discounts. */
      price: number | null;
      /** @description How many nights; null for fees and discounts. */
      count: number | null;
    };
    /**
     * BlockedNightsForm
     * @description Every night that the host blocks.
     */
    BlockedNightsForm: {
      /** @description All nights to block; the host's other nights become free. */
      blocked: string[];
      /** @description The nights that the caller knows as blocked: if others are blocked now, nothing is changed (4004). */
      expected?: string[] | null;
    };
    BookedOrderAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["BookedOrderView"];
    };
    /**
     * BookedOrderView
     * @description A new order. A repeated request with the same Idempotency-Key gets the same answer.
     */
    BookedOrderView: {
      /**
       * @description The order's id.
       * @example 7
       */
      order_id: number;
      /**
       * @description The number of nights.
       * @example 3
       */
      days: number;
      /**
       * @description What the guest pays, in fen.
       * @example 39900
       */
      amount: number;
      /**
       * @description To be settled with the host at the house, in fen; not part of the amount.
       * @example 39900
       */
      deposit: number;
      /** @description The lines of the bill. */
      items: components["schemas"]["BillItemView"][];
    };
    /**
     * BookingForm
     * @description A stay from one date to the other; the night of the check-out date is not booked.
     */
    BookingForm: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * Format: date
       * @description The check-in date.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date, at most 90 nights later.
       * @example 2026-12-26
       */
      end_date: string;
      /**
       * @description How many guests there are.
       * @default 1
       * @example 4
       */
      guests?: number;
    };
    CalendarAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["CalendarView"];
    };
    /**
     * CalendarRowView
     * @description A house in the calendar.
     */
    CalendarRowView: {
      /**
       * @description The public sees approved houses only.
       * @enum {string}
       */
      review: "pending" | "approved" | "rejected";
      /**
       * @description Why an admin rejected it; empty otherwise.
       * @example 小院
       */
      review_reason: string;
      /** @description Whether the host shows it. */
      online: boolean;
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The price of each night in fen, in order. */
      prices: number[];
      /** @description The nights that cannot be booked, in order. */
      taken: components["schemas"]["TakenNightView"][];
    };
    /**
     * CalendarView
     * @description Which stays of the coming year can be booked now: those that begin and end on days which allow it, are as long as
     *     the day of arrival says, and have no night that is taken.
     */
    CalendarView: {
      /** @description All of these nights, in order. */
      taken: string[];
      /** @description The nights among them that the host has blocked. */
      blocked: string[];
      /** @description The nights among them that are taken on another platform. */
      imported: string[];
      /** @description The days on which guests may arrive, in order. Nobody arrives on a day that is in none of these. */
      arrivals: components["schemas"]["ArrivalsView"][];
      /** @description The days on which nobody may leave, in order. */
      no_departure: string[];
      /**
       * Format: date
       * @description The last day on which a guest may leave.
       * @example 2026-12-24
       */
      last_departure: string;
      /**
       * @description Whether a stay may be shorter than the shortest one where it fills all free nights between two taken ones, or
       *     between today and a taken one.
       */
      fills_gaps: boolean;
    };
    /**
     * CandidateView
     * @description A house as an admin reviews it, with its exact position.
     */
    CandidateView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 7
       */
      area_id: number;
      /**
       * @description The name of its district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description Street or compound, without the door.
       * @example 小院
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 3
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 3
       */
      acreage: number;
      /**
       * @description How many guests it takes.
       * @example 3
       */
      capacity: number;
      /**
       * @description How many beds it has.
       * @example 3
       */
      bed_count: number;
      /** @description GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none. */
      lat: number | null;
      /** @description GCJ-02 longitude in degrees, as `lat`; null if the host gave none. */
      lng: number | null;
      /**
       * @description How many stays have taken place.
       * @example 3
       */
      order_count: number;
      /** @description The average of all ratings, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews there are.
       * @example 3
       */
      review_count: number;
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The host's picture; null without one. */
      user_avatar: string | null;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
      /**
       * @description The host's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The host's name.
       * @example 小院
       */
      user_name: string;
      /**
       * @description Which beds there are.
       * @example 小院
       */
      beds: string;
      /**
       * @description How it is divided into rooms.
       * @example 小院
       */
      unit: string;
      /**
       * @description The deposit, in fen.
       * @example 39900
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 3
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 3
       */
      max_days: number;
      /**
       * @description What the host writes about it; may be empty.
       * @example 小院
       */
      description: string;
      /** @description Where guests sleep; may be empty. */
      bedrooms: components["schemas"]["BedroomView"][];
      /**
       * @description The rules of the house; may be empty.
       * @example 小院
       */
      rules: string;
      /** @description Which stays it accepts. */
      stay_rules: components["schemas"]["RulesView"];
      /**
       * @description The earliest time of arrival.
       * @example 15:00
       */
      check_in_from: string;
      /**
       * @description The latest time of departure.
       * @example 15:00
       */
      check_out_until: string;
      /** @description The price of Friday and Saturday nights, in fen; null if they cost `price`. */
      weekend_price: number | null;
      /**
       * @description Added once to every stay, in fen.
       * @example 39900
       */
      cleaning_fee: number;
      /**
       * @description The policy that says how much a guest who cancels gets back.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /**
       * @description The datum of `lat` and `lng`.
       * @constant
       */
      datum: "gcj02";
      /** @description In the host's order; the first is the cover. */
      images: components["schemas"]["ImageView"][];
      /** @description By id. */
      facilities: components["schemas"]["FacilityView"][];
      /**
       * @description The public sees approved houses only.
       * @enum {string}
       */
      review: "pending" | "approved" | "rejected";
      /**
       * @description Why an admin rejected it; empty otherwise.
       * @example 小院
       */
      review_reason: string;
      /** @description Whether the host shows it. */
      online: boolean;
      /**
       * @description Building, floor and door; may be empty.
       * @example 小院
       */
      address_detail: string;
      /** @description What it costs. */
      prices: components["schemas"]["RatesView"];
      /**
       * @description The version of the content. A decision sends it back, and is refused if the content has changed since.
       * @example 3
       */
      revision: number;
      /** @description The differences from the content that was approved last; null if none ever was. */
      changes: components["schemas"]["ContentChangesView"] | null;
    };
    CandidatesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["CandidatesView"];
    };
    /**
     * CandidatesView
     * @description Houses in one state of review.
     */
    CandidatesView: {
      /** @description The oldest first, up to 100. Pending houses are shown once they are online and have at least three pictures. */
      houses: components["schemas"]["CandidateView"][];
      /** @description How many houses are in each state. */
      counts: components["schemas"]["ReviewCountsView"];
    };
    /**
     * CategoryRatingView
     * @description What guests say of one side of their stays.
     */
    CategoryRatingView: {
      /**
       * @description What is rated.
       * @enum {string}
       */
      category: "cleanliness" | "accuracy" | "check_in" | "communication" | "location" | "value";
      /**
       * @description The average, with one decimal.
       * @example 4.8
       */
      rating: number;
    };
    /**
     * CategoryStarsView
     * @description The stars for one side of a stay.
     */
    CategoryStarsView: {
      /**
       * @description What is rated.
       * @enum {string}
       */
      category: "cleanliness" | "accuracy" | "check_in" | "communication" | "location" | "value";
      /**
       * @description 1 to 5, where 5 is best.
       * @example 5
       */
      rating: number;
    };
    /**
     * ChangeAnswerForm
     * @description An answer to an offered change.
     */
    ChangeAnswerForm: {
      /**
       * @description One of the change's `actions`.
       * @enum {string}
       */
      action: "accept" | "decline" | "withdraw" | "pay";
      /**
       * @description For `pay`: whether to answer the address of the payment page for phones.
       * @default false
       * @example true
       */
      phone?: boolean;
    };
    /**
     * ChangeOfferForm
     * @description Another stay, offered to the other party.
     */
    ChangeOfferForm: {
      /**
       * Format: date
       * @description The check-in date.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date, at most 90 nights later.
       * @example 2026-12-26
       */
      end_date: string;
      /**
       * @description How many guests there are.
       * @example 4
       */
      guests: number;
      /** @description The `version` of the order as the client has seen it: the request is refused if the order has changed since. */
      version?: number | null;
      /** @description The `difference` that the client has shown, in fen: the request is refused if it has changed since. */
      difference?: number | null;
    };
    ChangeOrderAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      /** @description The result of the operation. */
      data: components["schemas"]["ChangedOrderView"] | components["schemas"]["PayUrlView"];
    };
    ChangeQuoteAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ChangeQuoteView"];
    };
    /**
     * ChangeQuoteView
     * @description What another stay would cost at today's prices.
     */
    ChangeQuoteView: {
      /**
       * @description The number of nights.
       * @example 3
       */
      days: number;
      /** @description The lines of the bill of the whole stay. */
      items: components["schemas"]["BillItemView"][];
      /**
       * @description What the whole stay would cost, in fen.
       * @example 39900
       */
      total: number;
      /**
       * @description What the guest would pay more, in fen; below 0, what the guest would get back.
       * @example 39900
       */
      difference: number;
    };
    ChangeStayChangeAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      /** @description The result of the operation. */
      data: components["schemas"]["ChangedStayView"] | components["schemas"]["PayUrlView"];
    };
    /**
     * ChangeView
     * @description A change of a stay that one party has offered.
     */
    ChangeView: {
      /**
       * @description The change's id.
       * @example 7
       */
      change_id: number;
      /**
       * @description The guest (`custom`) or the host (`landlord`).
       * @enum {string}
       */
      offered_by: "custom" | "landlord";
      /**
       * @description OFFERED awaits the other party, WAIT_PAYMENT the guest's payment of the difference. ENDED: the order went on
       *     without it.
       * @enum {string}
       */
      status: "OFFERED" | "WAIT_PAYMENT" | "ACCEPTED" | "DECLINED" | "WITHDRAWN" | "EXPIRED" | "ENDED";
      /** @description What the viewer may do now. */
      actions: ("accept" | "decline" | "withdraw" | "pay")[];
      /**
       * Format: date
       * @description The check-in date with the change.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date with the change.
       * @example 2026-12-24
       */
      end_date: string;
      /**
       * @description The number of nights with the change.
       * @example 3
       */
      days: number;
      /**
       * @description The number of guests with the change.
       * @example 3
       */
      guests: number;
      /** @description The lines of the bill with the change. */
      items: components["schemas"]["BillItemView"][];
      /**
       * @description What the whole stay costs with the change, in fen.
       * @example 39900
       */
      amount: number;
      /**
       * @description What the guest pays more, in fen; below 0, what the guest gets back.
       * @example 39900
       */
      difference: number;
      /** @description Until when it is answered or paid; null where it is not open. */
      due: string | null;
      /**
       * Format: date-time
       * @description When it was offered.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
    };
    /**
     * ChangedOrderView
     * @description The order after a change.
     */
    ChangedOrderView: {
      /** @description The order as it is now. */
      order: components["schemas"]["OrderView"];
    };
    ChangedStayAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ChangedStayView"];
    };
    /**
     * ChangedStayView
     * @description A change after a request.
     */
    ChangedStayView: {
      /** @description The change as it is now. */
      change: components["schemas"]["ChangeView"];
    };
    ChangesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ChangesView"];
    };
    /**
     * ChangesView
     * @description The changes of an order.
     */
    ChangesView: {
      /** @description The newest first, at most 20. */
      changes: components["schemas"]["ChangeView"][];
    };
    /**
     * ChannelView
     * @description A channel of notifications.
     */
    ChannelView: {
      /**
       * @description Web Push, mail or SMS.
       * @enum {string}
       */
      channel: "sms" | "mail" | "push";
      /** @description Whether this installation has it. */
      available: boolean;
      /** @description Whether the user has an address there: a subscribed browser, a verified mail address, a mobile. */
      ready: boolean;
    };
    /**
     * ChoiceForm
     * @description Whether one kind of notification goes over one channel.
     */
    ChoiceForm: {
      /**
       * @description The name of the kind, from the list of kinds.
       * @example booked
       */
      kind: string;
      /**
       * @description The channel.
       * @enum {string}
       */
      channel: "sms" | "mail" | "push";
      /**
       * @description Whether it is wanted there.
       * @example true
       */
      on: boolean;
    };
    /** ConsentForm */
    ConsentForm: {
      /**
       * @description The version of terms and privacy policy that the user agrees to: the current one.
       * @example 2026-11-22
       */
      terms_version: string;
    };
    /**
     * ContentChangesView
     * @description The differences from the content that was approved last.
     */
    ContentChangesView: {
      /**
       * @description The earlier values of the fields that have changed.
       * @example {
       *       "title": "小院"
       *     }
       */
      before: {
        [key: string]: string | number | components["schemas"]["BedroomView"][] | null;
      };
      /** @description The ids of new pictures. */
      images_added: number[];
      /**
       * @description How many pictures were removed.
       * @example 3
       */
      images_removed: number;
    };
    DeliveriesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["DeliveriesView"];
    };
    /**
     * DeliveriesView
     * @description A page of deliveries, the newest first.
     */
    DeliveriesView: {
      /** @description Deliveries are deleted after 30 days. */
      deliveries: components["schemas"]["DeliveryView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
    };
    /**
     * DeliveryView
     * @description An event on its way to a webhook.
     */
    DeliveryView: {
      /**
       * @description Its id.
       * @example 7
       */
      id: number;
      /**
       * @description The header webhook-id, the same in each attempt.
       * @example 7-42
       */
      message_id: string;
      /**
       * @description The type of the event.
       * @example order.booked
       */
      type: string;
      /**
       * @description waiting for an attempt; delivered; failed, that is given up; or dropped with its webhook's address.
       * @example delivered
       * @enum {string}
       */
      state: "waiting" | "delivered" | "failed" | "dropped";
      /**
       * @description How many attempts there were, since it was last sent by hand.
       * @example 3
       */
      attempts: number;
      /** @description When the next attempt is due; null if there is none. */
      next_attempt: string | null;
      /**
       * Format: date-time
       * @description When it was planned.
       * @example 2026-11-21T14:30:00+08:00
       */
      created: string;
    };
    DraftAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["DraftView"];
    };
    /**
     * DraftChangeForm
     * @description Replaces the content of a draft.
     */
    DraftChangeForm: {
      /**
       * @description Texts by the name of their field, as the host typed them; at most 16 KiB as JSON.
       * @example {
       *       "title": "南锣鼓巷四合院"
       *     }
       */
      content: {
        [key: string]: string;
      };
      /**
       * @description The version that the client has read.
       * @example 1
       */
      version: number;
    };
    /**
     * DraftContentForm
     * @description What a host has typed so far.
     */
    DraftContentForm: {
      /**
       * @description Texts by the name of their field, as the host typed them; at most 16 KiB as JSON.
       * @example {
       *       "title": "南锣鼓巷四合院"
       *     }
       */
      content: {
        [key: string]: string;
      };
    };
    /**
     * DraftPublishForm
     * @description The content of a house that takes the place of a draft, with its first prices.
     */
    DraftPublishForm: {
      /**
       * @description What the host calls it, at most 64 characters.
       * @example 南锣鼓巷四合院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 1
       */
      area_id: number;
      /**
       * @description Street or compound, at most 128 characters. It is public: the door belongs into `address_detail`.
       * @example 南锣鼓巷 15 号
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 2
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 60
       */
      acreage: number;
      /**
       * @description How it is divided into rooms, at most 32 characters.
       * @example 两室一厅
       */
      unit: string;
      /**
       * @description How many guests it takes.
       * @example 4
       */
      capacity: number;
      /**
       * @description Which beds there are, at most 64 characters.
       * @example 双人床 1.8 米 2 张
       */
      beds: string;
      /**
       * @description The deposit, in fen.
       * @example 20000
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 1
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 0
       */
      max_days: number;
      /**
       * @description The ids of its facilities.
       * @example [
       *       1,
       *       3
       *     ]
       */
      facility?: number[];
      /**
       * @description What the host writes about it, at most 2000 characters.
       * @default
       * @example 步行五分钟到地铁。
       */
      description?: string;
      /** @description GCJ-02 latitude in degrees. */
      lat?: number | null;
      /** @description GCJ-02 longitude in degrees. The exact position is not public. */
      lng?: number | null;
      /**
       * @description Building, floor and door, at most 64 characters; not public.
       * @default
       * @example 3 号楼 2 单元 501
       */
      address_detail?: string;
      /**
       * @description The rules of the house, at most 1000 characters.
       * @default
       * @example 请勿吸烟。
       */
      rules?: string;
      /**
       * @description The earliest time of arrival, a full or half hour.
       * @default 15:00
       * @example 15:00
       */
      check_in_from?: string;
      /**
       * @description The latest time of departure, a full or half hour.
       * @default 12:00
       * @example 12:00
       */
      check_out_until?: string;
      /** @description Where guests sleep; in a form as JSON. Without it, the house has as many beds as rooms. */
      bedrooms?: components["schemas"]["BedroomForm"][];
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @default false
       * @example true
       */
      instant?: boolean;
      /** @description The price of Friday and Saturday nights, in fen; without one, they cost the base price. */
      weekend_price?: number | null;
      /** @description Added once to every stay, in fen. */
      cleaning_fee?: number | null;
      /** @description The discount on the nights of a stay of 7 nights or more, in per cent. */
      weekly_discount?: number | null;
      /** @description The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one. */
      monthly_discount?: number | null;
      /** @description The policy that says how much a guest who cancels gets back. */
      cancellation?: ("flexible" | "moderate" | "strict") | null;
    };
    DraftVersionAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["DraftVersionView"];
    };
    /**
     * DraftVersionView
     * @description Which version of a draft is stored.
     */
    DraftVersionView: {
      /**
       * @description The draft's id.
       * @example 7
       */
      draft_id: number;
      /**
       * @description Counts the changes; the next change sends it back, and is refused if the draft has changed since.
       * @example 1
       */
      version: number;
    };
    /**
     * DraftView
     * @description A house that its host has not published yet.
     */
    DraftView: {
      /**
       * @description The draft's id.
       * @example 7
       */
      draft_id: number;
      /**
       * @description Counts the changes; the next change sends it back, and is refused if the draft has changed since.
       * @example 1
       */
      version: number;
      /**
       * @description Texts by the name of their field, as the host typed them.
       * @example {
       *       "title": "南锣鼓巷四合院"
       *     }
       */
      content: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @description When it was last changed.
       * @example 2026-11-21T14:30:00+08:00
       */
      update_time: string;
    };
    DraftsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["DraftsView"];
    };
    /**
     * DraftsView
     * @description Every draft of a host.
     */
    DraftsView: {
      /** @description The newest first. */
      drafts: components["schemas"]["DraftView"][];
    };
    /**
     * DroppedFilterView
     * @description How many houses a search finds without one of its filters.
     */
    DroppedFilterView: {
      /**
       * @description The filter: `dates` are `sd` and `ed`, `price` is `min_price` and `max_price`.
       * @enum {string}
       */
      filter: "aid" | "dates" | "price" | "capacity" | "rooms" | "beds" | "instant" | "facilities" | "q" | "bounds";
      /**
       * @description How many houses it then finds; at most 1000 are counted.
       * @example 3
       */
      house_count: number;
    };
    /**
     * Empty
     * @description Nothing beside the envelope.
     */
    Empty: Record<string, never>;
    EmptyAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["Empty"];
    };
    /**
     * EventView
     * @description Something that happened and that the reader may know of.
     */
    EventView: {
      /**
       * @description Its number in the reader's stream: 1, 2, 3 … without gaps. Whoever reads an event twice knows it by this.
       * @example 7
       */
      id: number;
      /**
       * @description What happened; docs/events.md lists the types. New types may come.
       * @example order.accepted
       */
      type: string;
      /**
       * @description The version of the type's fields.
       * @example 7
       */
      version: number;
      /** @description What it is about. The events of one subject are in order. */
      subject: components["schemas"]["SubjectView"];
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
      /** @description The facts, by the fields of the type. New fields may come. */
      data: {
        [key: string]: unknown;
      };
    };
    EventsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["EventsView"];
    };
    /**
     * EventsView
     * @description A page of events, the oldest first.
     */
    EventsView: {
      /** @description The events behind `after`. */
      events: components["schemas"]["EventView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
      /**
       * @description The number of the reader's newest event; 0 while there is none.
       * @example 3
       */
      latest: number;
    };
    ExportUrlAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ExportUrlView"];
    };
    /**
     * ExportUrlView
     * @description The house's own calendar.
     */
    ExportUrlView: {
      /**
       * @description Its new address; the old one no longer works.
       * @example https://ihome.example/ical/0000000000000000000000000000000000000000000000000000000000000000.ics
       */
      export_url: string;
    };
    FacetsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FacetsView"];
    };
    /**
     * FacetsView
     * @description Facts about a search, for its filters.
     */
    FacetsView: {
      /**
       * @description How many houses the search finds; at most 1000 are counted.
       * @example 3
       */
      house_count: number;
      /** @description How many of the newest 10,000 houses the search finds at each price, without its own limits of the price. */
      price_histogram: components["schemas"]["PriceBarView"][];
      /** @description If the search finds nothing: the filters to drop, the most houses first. */
      drop: components["schemas"]["DroppedFilterView"][];
    };
    FacilitiesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FacilitiesView"];
    };
    /**
     * FacilitiesView
     * @description Every facility.
     */
    FacilitiesView: {
      /** @description By id. */
      facilities: components["schemas"]["FacilityView"][];
    };
    /**
     * FacilityView
     * @description Something that a house may offer.
     */
    FacilityView: {
      /**
       * @description The facility's id.
       * @example 7
       */
      facility_id: number;
      /**
       * @description Its name.
       * @example 小院
       */
      name: string;
    };
    FavouriteAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FavouriteView"];
    };
    FavouriteIdsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FavouriteIdsView"];
    };
    /**
     * FavouriteIdsView
     * @description Which houses a user has saved.
     */
    FavouriteIdsView: {
      /** @description The last saved first, at most 500; houses that are not listed are left out. */
      house_ids: number[];
    };
    /**
     * FavouriteView
     * @description Whether a house is saved.
     */
    FavouriteView: {
      /** @description Whether the user has saved it. */
      favourite: boolean;
    };
    FavouritesPageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FavouritesPageView"];
    };
    /**
     * FavouritesPageView
     * @description One page of a user's favourites.
     */
    FavouritesPageView: {
      /** @description The last saved first; houses that are not listed are left out. */
      houses: components["schemas"]["HouseCardView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
    };
    /**
     * FeedHealthView
     * @description An imported calendar that keeps failing, or works again.
     */
    FeedHealthView: {
      /**
       * @description The calendar's id.
       * @example 7
       */
      feed_id: number;
      /**
       * @description The house that imports it.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
      /**
       * @description Whether it still fails, or works again.
       * @enum {string}
       */
      state: "failing" | "recovered";
      /** @description Why the last attempt failed; null if it succeeded. */
      error: string | null;
      /**
       * @description How many attempts have failed in a row.
       * @example 3
       */
      failures: number;
      /** @description When it began to fail, or worked again. */
      time: string | null;
    };
    FeedIdAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["FeedIdView"];
    };
    /**
     * FeedIdView
     * @description Which calendar is now imported.
     */
    FeedIdView: {
      /**
       * @description The calendar's id.
       * @example 7
       */
      feed_id: number;
    };
    /**
     * FeedUrlForm
     * @description The address of another platform's calendar.
     */
    FeedUrlForm: {
      /**
       * @description A public address of an iCalendar file (RFC 5545).
       * @example https://calendar.example/house.ics
       */
      url: string;
    };
    /**
     * FeedView
     * @description Another platform's calendar that is imported.
     */
    FeedView: {
      /**
       * @description The calendar's id.
       * @example 7
       */
      feed_id: number;
      /**
       * @description Where it is fetched.
       * @example https://calendar.example/house.ics
       */
      url: string;
      /**
       * @description How many nights it blocks.
       * @example 3
       */
      nights: number;
      /**
       * @description How many of these nights are also sold here.
       * @example 3
       */
      conflicts: number;
      /** @description Why the last attempt failed; null if it succeeded. */
      error: string | null;
      /**
       * @description How many attempts have failed in a row.
       * @example 3
       */
      failures: number;
      /** @description When the first of these attempts was made; null if the last attempt succeeded. */
      failing_since: string | null;
      /** @description When it was last read; null before the first time. */
      fetched: string | null;
      /**
       * Format: date-time
       * @description When it will be read next.
       * @example 2026-11-21T14:30:00+08:00
       */
      next_fetch: string;
    };
    /**
     * GuestRecordView
     * @description What hosts say of a guest.
     */
    GuestRecordView: {
      /**
       * @description How many of their reviews are published.
       * @example 3
       */
      review_count: number;
      /** @description The average of their ratings, with one decimal; null without ratings. */
      rating: number | null;
      /** @description The newest three. */
      newest: components["schemas"]["GuestTextView"][];
    };
    /**
     * GuestReviewForm
     * @description A host's review of a guest.
     */
    GuestReviewForm: {
      /** @description The `version` of the order as the client has seen it: the request is refused if the order has changed since. */
      version?: number | null;
      /**
       * @description How the guest was.
       * @example 整洁有礼，欢迎再来。
       */
      review: string;
      /**
       * @description 1 to 5, where 5 is best.
       * @example 5
       */
      rating: number;
    };
    /**
     * GuestReviewView
     * @description What a guest wrote after a stay.
     */
    GuestReviewView: {
      /**
       * @description The guest's name.
       * @example 小院
       */
      user_name: string;
      /** @description The guest's picture; null without one. */
      user_avatar: string | null;
      /** @description 1 to 5, where 5 is best; null if the guest gave none. */
      rating: number | null;
      /**
       * @description The guest's text.
       * @example 小院
       */
      content: string;
      /** @description The host's answer; null without one. */
      reply: string | null;
      /**
       * Format: date-time
       * @description When it was written.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
    };
    /**
     * GuestTextView
     * @description What a host wrote about a guest.
     */
    GuestTextView: {
      /** @description 1 to 5, where 5 is best. */
      rating: number | null;
      /**
       * @description The text.
       * @example 小院
       */
      content: string;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
    };
    HostAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["HostView"];
    };
    HostCalendarAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["HostCalendarView"];
    };
    /**
     * HostCalendarView
     * @description Nights at all houses of a host.
     */
    HostCalendarView: {
      /**
       * Format: date
       * @description The first night.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The day after the last night.
       * @example 2026-12-24
       */
      end_date: string;
      /** @description The newest first. */
      houses: components["schemas"]["CalendarRowView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
    };
    /**
     * HostView
     * @description A host with their houses.
     */
    HostView: {
      /**
       * @description The host's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The name that others see.
       * @example 小院
       */
      name: string;
      /** @description The host's picture; null without one. */
      avatar: string | null;
      /**
       * @description The month in which the account was created.
       * @example 2026-11
       */
      since: string;
      /** @description Whether the platform has checked the real name. */
      verified: boolean;
      /** @description In how many seconds half of the requests of the last 90 days were answered; null for fewer than three answers. */
      answers_within_seconds: number | null;
      /**
       * @description How many reviews these houses have.
       * @example 3
       */
      review_count: number;
      /** @description The average of all their ratings, with one decimal; null without ratings. */
      rating: number | null;
      /** @description The newest first, up to 60. */
      houses: components["schemas"]["HouseCardView"][];
    };
    HouseCalendarsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["HouseCalendarsView"];
    };
    /**
     * HouseCalendarsView
     * @description The calendars of a house.
     */
    HouseCalendarsView: {
      /**
       * @description The house's own calendar, for other platforms: whoever knows the address can read it.
       * @example https://ihome.example/ical/0000000000000000000000000000000000000000000000000000000000000000.ics
       */
      export_url: string;
      /** @description The calendars that it imports, the oldest first. */
      feeds: components["schemas"]["FeedView"][];
    };
    /**
     * HouseCardView
     * @description A house as lists show it.
     */
    HouseCardView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 7
       */
      area_id: number;
      /**
       * @description The name of its district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description Street or compound, without the door.
       * @example 小院
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 3
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 3
       */
      acreage: number;
      /**
       * @description How many guests it takes.
       * @example 3
       */
      capacity: number;
      /**
       * @description How many beds it has.
       * @example 3
       */
      bed_count: number;
      /** @description GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none. */
      lat: number | null;
      /** @description GCJ-02 longitude in degrees, as `lat`; null if the host gave none. */
      lng: number | null;
      /**
       * @description How many stays have taken place.
       * @example 3
       */
      order_count: number;
      /** @description The average of all ratings, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews there are.
       * @example 3
       */
      review_count: number;
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The host's picture; null without one. */
      user_avatar: string | null;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
    };
    /**
     * HouseChangeForm
     * @description Replaces the content of a house. Details that are left out stay as they are.
     */
    HouseChangeForm: {
      /**
       * @description What the host calls it, at most 64 characters.
       * @example 南锣鼓巷四合院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 1
       */
      area_id: number;
      /**
       * @description Street or compound, at most 128 characters. It is public: the door belongs into `address_detail`.
       * @example 南锣鼓巷 15 号
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 2
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 60
       */
      acreage: number;
      /**
       * @description How it is divided into rooms, at most 32 characters.
       * @example 两室一厅
       */
      unit: string;
      /**
       * @description How many guests it takes.
       * @example 4
       */
      capacity: number;
      /**
       * @description Which beds there are, at most 64 characters.
       * @example 双人床 1.8 米 2 张
       */
      beds: string;
      /**
       * @description The deposit, in fen.
       * @example 20000
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 1
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 0
       */
      max_days: number;
      /**
       * @description The ids of its facilities.
       * @example [
       *       1,
       *       3
       *     ]
       */
      facility?: number[];
      /**
       * @description What the host writes about it, at most 2000 characters.
       * @default
       * @example 步行五分钟到地铁。
       */
      description?: string;
      /** @description GCJ-02 latitude in degrees. */
      lat?: number | null;
      /** @description GCJ-02 longitude in degrees. The exact position is not public. */
      lng?: number | null;
      /**
       * @description Building, floor and door, at most 64 characters; not public.
       * @default
       * @example 3 号楼 2 单元 501
       */
      address_detail?: string;
      /**
       * @description The rules of the house, at most 1000 characters.
       * @default
       * @example 请勿吸烟。
       */
      rules?: string;
      /**
       * @description The earliest time of arrival, a full or half hour.
       * @default 15:00
       * @example 15:00
       */
      check_in_from?: string;
      /**
       * @description The latest time of departure, a full or half hour.
       * @default 12:00
       * @example 12:00
       */
      check_out_until?: string;
      /** @description Where guests sleep; in a form as JSON. Without it, the house has as many beds as rooms. */
      bedrooms?: components["schemas"]["BedroomForm"][];
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @default false
       * @example true
       */
      instant?: boolean;
    };
    /**
     * HouseForm
     * @description The content of a house.
     */
    HouseForm: {
      /**
       * @description What the host calls it, at most 64 characters.
       * @example 南锣鼓巷四合院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 1
       */
      area_id: number;
      /**
       * @description Street or compound, at most 128 characters. It is public: the door belongs into `address_detail`.
       * @example 南锣鼓巷 15 号
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 2
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 60
       */
      acreage: number;
      /**
       * @description How it is divided into rooms, at most 32 characters.
       * @example 两室一厅
       */
      unit: string;
      /**
       * @description How many guests it takes.
       * @example 4
       */
      capacity: number;
      /**
       * @description Which beds there are, at most 64 characters.
       * @example 双人床 1.8 米 2 张
       */
      beds: string;
      /**
       * @description The deposit, in fen.
       * @example 20000
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 1
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 0
       */
      max_days: number;
      /**
       * @description The ids of its facilities.
       * @example [
       *       1,
       *       3
       *     ]
       */
      facility?: number[];
      /**
       * @description What the host writes about it, at most 2000 characters.
       * @default
       * @example 步行五分钟到地铁。
       */
      description?: string;
      /** @description GCJ-02 latitude in degrees. */
      lat?: number | null;
      /** @description GCJ-02 longitude in degrees. The exact position is not public. */
      lng?: number | null;
      /**
       * @description Building, floor and door, at most 64 characters; not public.
       * @default
       * @example 3 号楼 2 单元 501
       */
      address_detail?: string;
      /**
       * @description The rules of the house, at most 1000 characters.
       * @default
       * @example 请勿吸烟。
       */
      rules?: string;
      /**
       * @description The earliest time of arrival, a full or half hour.
       * @default 15:00
       * @example 15:00
       */
      check_in_from?: string;
      /**
       * @description The latest time of departure, a full or half hour.
       * @default 12:00
       * @example 12:00
       */
      check_out_until?: string;
      /** @description Where guests sleep; in a form as JSON. Without it, the house has as many beds as rooms. */
      bedrooms?: components["schemas"]["BedroomForm"][];
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @default false
       * @example true
       */
      instant?: boolean;
    };
    HouseIdAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["HouseIdView"];
    };
    /**
     * HouseIdView
     * @description Which house was published.
     */
    HouseIdView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
    };
    HousePageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["HousePageView"];
    };
    /**
     * HousePageView
     * @description A house's page.
     */
    HousePageView: {
      /** @description The house; its host also reads the door, the exact position, and the state of its review. */
      house: components["schemas"]["HouseView"] | components["schemas"]["OwnHouseView"];
      /** @description Whether the house is the viewer's own. */
      is_owner: boolean;
    };
    /**
     * HouseReviewForm
     * @description An admin's decision.
     */
    HouseReviewForm: {
      /**
       * @description Whether the public may see the house.
       * @example true
       */
      approve: boolean;
      /**
       * @description The revision of the content that the admin has seen.
       * @example 1
       */
      revision: number;
      /** @description Why it is rejected; the host reads it. */
      reason?: string | null;
    };
    /**
     * HouseStatusForm
     * @description Shows a house to the public, or hides it.
     */
    HouseStatusForm: {
      /**
       * @description Whether the public may see the house, once it is approved.
       * @example true
       */
      online: boolean;
    };
    /**
     * HouseView
     * @description A house with its reviews.
     */
    HouseView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 7
       */
      area_id: number;
      /**
       * @description The name of its district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description Street or compound, without the door.
       * @example 小院
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 3
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 3
       */
      acreage: number;
      /**
       * @description How many guests it takes.
       * @example 3
       */
      capacity: number;
      /**
       * @description How many beds it has.
       * @example 3
       */
      bed_count: number;
      /** @description GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none. */
      lat: number | null;
      /** @description GCJ-02 longitude in degrees, as `lat`; null if the host gave none. */
      lng: number | null;
      /**
       * @description How many stays have taken place.
       * @example 3
       */
      order_count: number;
      /** @description The average of all ratings, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews there are.
       * @example 3
       */
      review_count: number;
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The host's picture; null without one. */
      user_avatar: string | null;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
      /**
       * @description The host's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The host's name.
       * @example 小院
       */
      user_name: string;
      /**
       * @description Which beds there are.
       * @example 小院
       */
      beds: string;
      /**
       * @description How it is divided into rooms.
       * @example 小院
       */
      unit: string;
      /**
       * @description The deposit, in fen.
       * @example 39900
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 3
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 3
       */
      max_days: number;
      /**
       * @description What the host writes about it; may be empty.
       * @example 小院
       */
      description: string;
      /** @description Where guests sleep; may be empty. */
      bedrooms: components["schemas"]["BedroomView"][];
      /**
       * @description The rules of the house; may be empty.
       * @example 小院
       */
      rules: string;
      /** @description Which stays it accepts. */
      stay_rules: components["schemas"]["RulesView"];
      /**
       * @description The earliest time of arrival.
       * @example 15:00
       */
      check_in_from: string;
      /**
       * @description The latest time of departure.
       * @example 15:00
       */
      check_out_until: string;
      /** @description The price of Friday and Saturday nights, in fen; null if they cost `price`. */
      weekend_price: number | null;
      /**
       * @description Added once to every stay, in fen.
       * @example 39900
       */
      cleaning_fee: number;
      /**
       * @description The policy that says how much a guest who cancels gets back.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /**
       * @description The datum of `lat` and `lng`.
       * @constant
       */
      datum: "gcj02";
      /** @description In the host's order; the first is the cover. */
      images: components["schemas"]["ImageView"][];
      /** @description By id. */
      facilities: components["schemas"]["FacilityView"][];
      /** @description The newest 20. */
      reviews: components["schemas"]["GuestReviewView"][];
      /** @description How many reviews gave 5, 4, 3, 2 stars and 1 star. */
      rating_breakdown: components["schemas"]["RatingCountView"][];
      /** @description The averages of what guests have rated by itself; without those that nobody has rated. */
      category_ratings: components["schemas"]["CategoryRatingView"][];
    };
    IdentityAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["IdentityView"];
    };
    /**
     * IdentityView
     * @description The user of this session.
     */
    IdentityView: {
      /**
       * @description The user's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The name that others see.
       * @example 小院
       */
      name: string;
      /**
       * @description The mobile number to sign in with.
       * @example 13800000000
       */
      mobile: string;
      /** @description The URL of the picture; null without one. */
      avatar: string | null;
    };
    ImageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ImageView"];
    };
    /**
     * ImageOrderForm
     * @description Every picture of the house, the cover first.
     */
    ImageOrderForm: {
      /**
       * @description The ids of all its pictures, each once.
       * @example [
       *       9,
       *       7
       *     ]
       */
      images: number[];
    };
    /**
     * ImageView
     * @description A picture of a house.
     */
    ImageView: {
      /**
       * @description The picture's id.
       * @example 7
       */
      image_id: number;
      /** @description The JPEG file, 800 pixels wide. */
      url: string | null;
      /** @description The files of each width in pixels; none is wider than the picture that was sent. */
      sizes: {
        [key: string]: components["schemas"]["PictureUrlsView"];
      };
      /**
       * @description The width of the widest file, in pixels.
       * @example 3
       */
      width: number;
      /**
       * @description The height of the widest file, in pixels.
       * @example 3
       */
      height: number;
      /**
       * @description A blurred preview (https://blurha.sh).
       * @example LKO2?U%2Tw=w]~RBVZRi};RPxuwH
       */
      blurhash: string;
    };
    /**
     * InstantBookingForm
     * @description Says whether a house can be booked instantly.
     */
    InstantBookingForm: {
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
    };
    /**
     * KindChoiceView
     * @description A kind of notification, and the channels that it goes over.
     */
    KindChoiceView: {
      /**
       * @description Its name.
       * @example accepted
       */
      kind: string;
      /**
       * @description What it is about, in the reader's language.
       * @example 小院
       */
      name: string;
      /**
       * @description Who gets such notifications: as a guest, as a host, as both, or about the account.
       * @enum {string}
       */
      section: "guest" | "host" | "both" | "account";
      /** @description Whether it cannot be switched off. */
      locked: boolean;
      /** @description Whether it goes over Web Push; null where such notifications are not sent there. */
      push: boolean | null;
      /** @description Whether it goes over mail. */
      mail: boolean | null;
      /** @description Whether it goes over SMS. */
      sms: boolean | null;
    };
    /** LinkForm */
    LinkForm: {
      /**
       * @description The token at the end of the link.
       * @example n0k8Jb6mX4YtZ1pQe7uVwR2sL9aC5dF3gHiKjM-oB_E
       */
      token: string;
    };
    /**
     * LinkView
     * @description An address in a message that may be clickable.
     */
    LinkView: {
      /**
       * @description The address as it stands in the message's text.
       * @example https://ihome.example/media/houses/0a1b-800.jpg
       */
      text: string;
      /**
       * @description The host to which it leads.
       * @example ihome.example
       */
      host: string;
    };
    LoggedDeliveryAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["LoggedDeliveryView"];
    };
    /**
     * LoggedDeliveryView
     * @description A delivery with its body and its attempts.
     */
    LoggedDeliveryView: {
      /** @description The delivery. */
      delivery: components["schemas"]["DeliveryView"];
      /**
       * @description The body that is sent, byte for byte.
       * @example 小院
       */
      body: string;
      /** @description The newest first; 50 at most. */
      attempts: components["schemas"]["AttemptView"][];
    };
    /**
     * LoginEitherWayForm
     * @description A password, or an SMS code in its place.
     * @example {
     *       "mobile": "13800000000",
     *       "password": "correct-horse-battery"
     *     }
     */
    LoginEitherWayForm: {
      /** @description The id of a picture code, if an answer has asked for one. */
      piccode_id?: string | null;
      /** @description The text in that picture. */
      piccode?: string | null;
      /**
       * @description The mobile number of the account.
       * @example 13800000000
       */
      mobile: string;
      /** @description The code that was sent to this number for the purpose `login`. */
      sms_code?: string | null;
      /** @description The account's password. */
      password?: string | null;
    };
    /** MailAddressForm */
    MailAddressForm: {
      /**
       * Format: email
       * @description The address that gets a link.
       * @example li@guest.example
       */
      address: string;
    };
    MailAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["MailView"];
    };
    /**
     * MailView
     * @description A user's mail address.
     */
    MailView: {
      /** @description The verified address, which gets notifications; null without one. */
      address: string | null;
      /** @description The address whose link nobody has opened yet; null if none waits. */
      pending: string | null;
    };
    /**
     * MessageForm
     * @description A message to send: a text, pictures, or both.
     */
    MessageForm: {
      /**
       * @description The sender's own id of the message, a UUID. A repeated request with it sends nothing.
       * @example 0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11
       */
      client_id: string;
      /**
       * @description The ids of up to 10 pictures that were uploaded before.
       * @default []
       * @example [
       *       9,
       *       7
       *     ]
       */
      images?: number[];
      /**
       * @description What to say; may be empty beside pictures.
       * @example 请问可以早一点入住吗？
       */
      text: string;
    };
    /**
     * MessageView
     * @description A message; or a line of the platform about an order.
     */
    MessageView: {
      /**
       * @description The message's id. Later messages of a thread have higher ids.
       * @example 7
       */
      message_id: number;
      /**
       * @description Whether a member wrote it, or the platform did.
       * @enum {string}
       */
      kind: "message" | "system";
      /** @description Whether the viewer has sent it. */
      mine: boolean;
      /**
       * @description What it says: always text, never HTML. A line of the platform is in the reader's language.
       * @example 小院
       */
      text: string;
      /** @description Its pictures, in the order of their upload. */
      images: components["schemas"]["ImageView"][];
      /** @description The http and https addresses of the text, in order; empty until an order between the two is paid. */
      links: components["schemas"]["LinkView"][];
      /** @description Whether it seems to hold contact data or a link, and was sent before anything was paid: both are warned. */
      warning: boolean;
      /** @description The id that the viewer gave it; null for messages of others. */
      client_id: string | null;
      /** @description The event of a line of the platform; null for messages. */
      event: string | null;
      /** @description The order that a line of the platform is about; null for messages. */
      order_id: number | null;
      /**
       * Format: date-time
       * @description When it was sent.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
    };
    MessagesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["MessagesView"];
    };
    /**
     * MessagesView
     * @description A part of a thread.
     */
    MessagesView: {
      /** @description The oldest first. */
      messages: components["schemas"]["MessageView"][];
      /** @description Whether there are others beyond: behind them where `after` was sent, else before them. */
      more: boolean;
      /**
       * @description Up to which message the viewer has read.
       * @example 3
       */
      read_id: number;
      /**
       * @description Up to which message the other member has read.
       * @example 3
       */
      other_read_id: number;
    };
    NameAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["NameView"];
    };
    /** NameForm */
    NameForm: {
      /**
       * @description The name that others will see.
       * @example 小明
       */
      name: string;
    };
    /**
     * NameView
     * @description A user's name.
     */
    NameView: {
      /**
       * @description The name that others see.
       * @example 小院
       */
      name: string;
    };
    NewApiKeyAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["NewApiKeyView"];
    };
    /**
     * NewApiKeyView
     * @description A new API key.
     */
    NewApiKeyView: {
      /**
       * @description Its id.
       * @example 7
       */
      id: number;
      /**
       * @description The key. It is shown this once only.
       * @example ihk_0000000000000000000000000000000000000000000000000
       */
      key: string;
    };
    /**
     * NightView
     * @description A night of a stay.
     */
    NightView: {
      /**
       * Format: date
       * @description The evening on which it begins.
       * @example 2026-12-24
       */
      date: string;
      /**
       * @description Its price, in fen.
       * @example 39900
       */
      price: number;
    };
    /**
     * NoticeView
     * @description An event of an order that the user is notified of.
     */
    NoticeView: {
      /**
       * @description The notice's id.
       * @example 7
       */
      notice_id: number;
      /**
       * @description The order's id.
       * @example 7
       */
      order_id: number;
      /**
       * @description The title of the order's house.
       * @example 小院
       */
      title: string;
      /**
       * @description What happened.
       * @example accept
       */
      action: string;
      /** @description Who did it; `clock` is a deadline. */
      actor: components["schemas"]["Actor"];
      /** @description The state of the order afterwards. */
      status: components["schemas"]["OrderStatus"];
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
    };
    NoticesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["NoticesView"];
    };
    /**
     * NoticesView
     * @description A page of notices.
     */
    NoticesView: {
      /** @description The newest first. */
      notices: components["schemas"]["NoticeView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
      /** @description On the first page: the user's imported calendars that keep failing or work again. Otherwise empty. */
      calendars: components["schemas"]["FeedHealthView"][];
    };
    NotificationSettingsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["NotificationSettingsView"];
    };
    /**
     * NotificationSettingsView
     * @description How the user is notified.
     */
    NotificationSettingsView: {
      /**
       * @description The language in which the user is written to.
       * @enum {string}
       */
      language: "zh" | "en";
      /** @description When quiet hours begin, local time; null without quiet hours. */
      quiet_from: string | null;
      /** @description When they end. */
      quiet_until: string | null;
      /** @description The channels. */
      channels: components["schemas"]["ChannelView"][];
      /** @description The kinds. */
      kinds: components["schemas"]["KindChoiceView"][];
    };
    /**
     * NotificationView
     * @description A notification.
     */
    NotificationView: {
      /**
       * @description Its number, which is that of its event in the feed of events.
       * @example 7
       */
      id: number;
      /**
       * @description What it is about (docs/notifications.md). New kinds may come.
       * @example accepted
       */
      kind: string;
      /**
       * @description What happened, in the reader's language.
       * @example 小院
       */
      title: string;
      /**
       * @description The rest of it.
       * @example 小院
       */
      text: string;
      /**
       * @description The path of the page that it is about.
       * @example /orders/7
       */
      url: string;
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
      /** @description Whether the user has read it. */
      read: boolean;
    };
    NotificationsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["NotificationsView"];
    };
    /**
     * NotificationsView
     * @description A page of notifications.
     */
    NotificationsView: {
      /** @description The newest first. */
      notifications: components["schemas"]["NotificationView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
      /**
       * @description How many notifications the user has not read; counting stops at 100.
       * @example 3
       */
      unread: number;
    };
    /**
     * OrderActionForm
     * @description An action on an order.
     */
    OrderActionForm: {
      /** @description The `version` of the order as the client has seen it: the request is refused if the order has changed since. */
      version?: number | null;
      /**
       * @description One of the order's `actions`.
       * @enum {string}
       */
      action: "accept" | "reject" | "cancel" | "pay" | "check_in" | "complete";
      /** @description Why the host rejects the order; required for `reject`. */
      reason?: string | null;
      /**
       * @description For `cancel`: the `refund_today` that the client has shown, 0 for null; the request is refused if it has changed
       *     since.
       */
      refund?: number | null;
      /**
       * @description For `pay`: whether to answer the address of the payment page for phones.
       * @default false
       * @example true
       */
      phone?: boolean;
    };
    /**
     * OrderCountsView
     * @description How many orders the tabs hold.
     */
    OrderCountsView: {
      /**
       * @description They await the user: the guest's payment, the host's answer. They are also counted below.
       * @example 3
       */
      pending: number;
      /**
       * @description Their first day has not come.
       * @example 3
       */
      upcoming: number;
      /**
       * @description Their first day has come, and they have not ended.
       * @example 3
       */
      current: number;
    };
    /**
     * OrderDetailsView
     * @description An order with its history.
     */
    OrderDetailsView: {
      /**
       * @description The order's id.
       * @example 7
       */
      order_id: number;
      /**
       * @description Counts the order's changes; a request may name it, and is then refused if the order has changed since.
       * @example 1
       */
      version: number;
      /**
       * @description Whether the viewer is the guest (`custom`) or the host (`landlord`).
       * @enum {string}
       */
      role: "custom" | "landlord";
      /** @description The state of the order. */
      status: components["schemas"]["OrderStatus"];
      /**
       * @description What the viewer may do now.
       * @example [
       *       "cancel",
       *       "pay"
       *     ]
       */
      actions: string[];
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
      /**
       * @description The district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description The street or the compound, as everybody reads it.
       * @example 小院
       */
      address: string;
      /**
       * @description The door and the floor, empty where the host gave none: always for the host; for the guest from the payment until
       *     the day after the check-out date, otherwise null.
       */
      address_detail: string | null;
      /** @description The exact latitude, GCJ-02, shown when the door is; also null where the host gave none. */
      lat: number | null;
      /** @description The exact longitude, as the latitude. */
      lng: number | null;
      /**
       * @description From when on the guest may arrive, local time.
       * @example 15:00
       */
      check_in_from: string;
      /**
       * @description Until when the guest leaves, local time.
       * @example 15:00
       */
      check_out_until: string;
      /**
       * @description The rules of the house; may be empty.
       * @example 小院
       */
      rules: string;
      /**
       * @description The guest's name.
       * @example 小院
       */
      guest_name: string;
      /**
       * @description The host's name.
       * @example 小院
       */
      host_name: string;
      /** @description The other party's mobile number, from the payment to the end of the stay; otherwise null. */
      contact: string | null;
      /** @description The cover of the house, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /**
       * Format: date
       * @description The check-in date.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date, whose night is not booked.
       * @example 2026-12-24
       */
      end_date: string;
      /**
       * @description The number of nights.
       * @example 3
       */
      days: number;
      /**
       * @description The number of guests.
       * @example 3
       */
      guests: number;
      /**
       * @description What the guest pays, in fen.
       * @example 39900
       */
      amount: number;
      /**
       * @description To be settled with the host at the house, in fen; not part of the amount.
       * @example 39900
       */
      deposit: number;
      /** @description The lines of the bill, as of booking. */
      items: components["schemas"]["BillItemView"][];
      /**
       * @description The name of the cancellation policy, as of booking.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /** @description What a cancellation by the guest refunds, the earliest day first; nothing after the last day. */
      refunds: components["schemas"]["RefundView"][];
      /** @description The refund that is scheduled or made, in fen; null without one. */
      refund: number | null;
      /** @description When the order expires, or its stay ends, if nobody acts before; null if nothing is due. */
      due: string | null;
      /** @description Why the host rejected the order; otherwise null. */
      reject_reason: string | null;
      /** @description The guest's comment; null before there is one. The host reads it when it is published. */
      comment: string | null;
      /** @description The guest's rating, 1 to 5; null without one. The host reads it when it is published. */
      rating: number | null;
      /** @description The host's reply to the comment; null before there is one. */
      reply: string | null;
      /**
       * Format: date-time
       * @description When the guest booked.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
      /** @description What the guest gets back if the viewer cancels today, in fen; null unless the order is paid. */
      refund_today: number | null;
      /** @description What happened to the order, the oldest first. */
      events: components["schemas"]["OrderEventView"][];
      /** @description What guest and host write about each other. */
      reviews: components["schemas"]["OrderReviewsView"];
      /** @description What hosts say of the guest; null for the guest. */
      guest_record: components["schemas"]["GuestRecordView"] | null;
    };
    /** OrderEventView */
    OrderEventView: {
      /**
       * @description What happened.
       * @example accept
       */
      action: string;
      /** @description Who did it; `clock` is a deadline. */
      actor: components["schemas"]["Actor"];
      /** @description The state before; null for the booking. */
      from: components["schemas"]["OrderStatus"] | null;
      /** @description The state afterwards. */
      to: components["schemas"]["OrderStatus"];
      /**
       * Format: date-time
       * @description When it happened.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
    };
    OrderPageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["OrderPageView"];
    };
    /**
     * OrderPageView
     * @description One order.
     */
    OrderPageView: {
      /** @description The order with its history. */
      order: components["schemas"]["OrderDetailsView"];
    };
    /**
     * OrderReviewsView
     * @description The reviews of an order, as far as the viewer may read them.
     */
    OrderReviewsView: {
      /** @description The viewer's own; null before it is written. */
      mine: components["schemas"]["WrittenReviewView"] | null;
      /** @description The other party's; null before it is published. */
      theirs: components["schemas"]["WrittenReviewView"] | null;
      /** @description Whether the other party has written one, which may be hidden. */
      they_wrote: boolean;
      /**
       * Format: date-time
       * @description Until when reviews are written. Then those that still wait for the other one are published.
       * @example 2026-11-21T14:30:00+08:00
       */
      until: string;
    };
    /**
     * OrderStatus
     * @description The states, under the names of the REST surface (docs/api-contract.md).
     * @enum {string}
     */
    OrderStatus:
      | "WAIT_ACCEPT"
      | "WAIT_PAYMENT"
      | "PAID"
      | "IN_STAY"
      | "WAIT_COMMENT"
      | "COMPLETE"
      | "CANCELED"
      | "REJECTED"
      | "EXPIRED";
    /**
     * OrderView
     * @description An order as one of its two parties sees it.
     */
    OrderView: {
      /**
       * @description The order's id.
       * @example 7
       */
      order_id: number;
      /**
       * @description Counts the order's changes; a request may name it, and is then refused if the order has changed since.
       * @example 1
       */
      version: number;
      /**
       * @description Whether the viewer is the guest (`custom`) or the host (`landlord`).
       * @enum {string}
       */
      role: "custom" | "landlord";
      /** @description The state of the order. */
      status: components["schemas"]["OrderStatus"];
      /**
       * @description What the viewer may do now.
       * @example [
       *       "cancel",
       *       "pay"
       *     ]
       */
      actions: string[];
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
      /**
       * @description The district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description The street or the compound, as everybody reads it.
       * @example 小院
       */
      address: string;
      /**
       * @description The door and the floor, empty where the host gave none: always for the host; for the guest from the payment until
       *     the day after the check-out date, otherwise null.
       */
      address_detail: string | null;
      /** @description The exact latitude, GCJ-02, shown when the door is; also null where the host gave none. */
      lat: number | null;
      /** @description The exact longitude, as the latitude. */
      lng: number | null;
      /**
       * @description From when on the guest may arrive, local time.
       * @example 15:00
       */
      check_in_from: string;
      /**
       * @description Until when the guest leaves, local time.
       * @example 15:00
       */
      check_out_until: string;
      /**
       * @description The rules of the house; may be empty.
       * @example 小院
       */
      rules: string;
      /**
       * @description The guest's name.
       * @example 小院
       */
      guest_name: string;
      /**
       * @description The host's name.
       * @example 小院
       */
      host_name: string;
      /** @description The other party's mobile number, from the payment to the end of the stay; otherwise null. */
      contact: string | null;
      /** @description The cover of the house, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /**
       * Format: date
       * @description The check-in date.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date, whose night is not booked.
       * @example 2026-12-24
       */
      end_date: string;
      /**
       * @description The number of nights.
       * @example 3
       */
      days: number;
      /**
       * @description The number of guests.
       * @example 3
       */
      guests: number;
      /**
       * @description What the guest pays, in fen.
       * @example 39900
       */
      amount: number;
      /**
       * @description To be settled with the host at the house, in fen; not part of the amount.
       * @example 39900
       */
      deposit: number;
      /** @description The lines of the bill, as of booking. */
      items: components["schemas"]["BillItemView"][];
      /**
       * @description The name of the cancellation policy, as of booking.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /** @description What a cancellation by the guest refunds, the earliest day first; nothing after the last day. */
      refunds: components["schemas"]["RefundView"][];
      /** @description The refund that is scheduled or made, in fen; null without one. */
      refund: number | null;
      /** @description When the order expires, or its stay ends, if nobody acts before; null if nothing is due. */
      due: string | null;
      /** @description Why the host rejected the order; otherwise null. */
      reject_reason: string | null;
      /** @description The guest's comment; null before there is one. The host reads it when it is published. */
      comment: string | null;
      /** @description The guest's rating, 1 to 5; null without one. The host reads it when it is published. */
      rating: number | null;
      /** @description The host's reply to the comment; null before there is one. */
      reply: string | null;
      /**
       * Format: date-time
       * @description When the guest booked.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
    };
    OrdersAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["OrdersView"];
    };
    /**
     * OrdersView
     * @description A page of orders.
     */
    OrdersView: {
      /** @description The newest first; in the tabs `upcoming` and `current`, the earliest stay first. */
      orders: components["schemas"]["OrderView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
      /** @description How many orders in this role await the user, are to come, and are under way. */
      counts: components["schemas"]["OrderCountsView"];
    };
    /**
     * OwnHouseCardView
     * @description A house in its host's list, with its exact position.
     */
    OwnHouseCardView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 7
       */
      area_id: number;
      /**
       * @description The name of its district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description Street or compound, without the door.
       * @example 小院
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 3
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 3
       */
      acreage: number;
      /**
       * @description How many guests it takes.
       * @example 3
       */
      capacity: number;
      /**
       * @description How many beds it has.
       * @example 3
       */
      bed_count: number;
      /** @description GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none. */
      lat: number | null;
      /** @description GCJ-02 longitude in degrees, as `lat`; null if the host gave none. */
      lng: number | null;
      /**
       * @description How many stays have taken place.
       * @example 3
       */
      order_count: number;
      /** @description The average of all ratings, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews there are.
       * @example 3
       */
      review_count: number;
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The host's picture; null without one. */
      user_avatar: string | null;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
      /**
       * @description The public sees approved houses only.
       * @enum {string}
       */
      review: "pending" | "approved" | "rejected";
      /**
       * @description Why an admin rejected it; empty otherwise.
       * @example 小院
       */
      review_reason: string;
      /** @description Whether the host shows it. */
      online: boolean;
      /**
       * @description Building, floor and door; may be empty.
       * @example 小院
       */
      address_detail: string;
    };
    /**
     * OwnHouseView
     * @description A house as its host sees it, with its exact position.
     */
    OwnHouseView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description What the host calls it.
       * @example 小院
       */
      title: string;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /**
       * @description The id of its district.
       * @example 7
       */
      area_id: number;
      /**
       * @description The name of its district.
       * @example 小院
       */
      area_name: string;
      /**
       * @description Street or compound, without the door.
       * @example 小院
       */
      address: string;
      /**
       * @description How many rooms it has.
       * @example 3
       */
      room_count: number;
      /**
       * @description Its size in square metres.
       * @example 3
       */
      acreage: number;
      /**
       * @description How many guests it takes.
       * @example 3
       */
      capacity: number;
      /**
       * @description How many beds it has.
       * @example 3
       */
      bed_count: number;
      /** @description GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none. */
      lat: number | null;
      /** @description GCJ-02 longitude in degrees, as `lat`; null if the host gave none. */
      lng: number | null;
      /**
       * @description How many stays have taken place.
       * @example 3
       */
      order_count: number;
      /** @description The average of all ratings, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews there are.
       * @example 3
       */
      review_count: number;
      /**
       * @description Whether a booking needs no answer of the host: the guest pays at once.
       * @example true
       */
      instant: boolean;
      /** @description The cover, 800 pixels wide; null without pictures. */
      image_url: string | null;
      /** @description The host's picture; null without one. */
      user_avatar: string | null;
      /**
       * Format: date-time
       * @description When it was published.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
      /**
       * @description The host's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The host's name.
       * @example 小院
       */
      user_name: string;
      /**
       * @description Which beds there are.
       * @example 小院
       */
      beds: string;
      /**
       * @description How it is divided into rooms.
       * @example 小院
       */
      unit: string;
      /**
       * @description The deposit, in fen.
       * @example 39900
       */
      deposit: number;
      /**
       * @description The shortest stay, in nights.
       * @example 3
       */
      min_days: number;
      /**
       * @description The longest stay, in nights; 0 is no limit.
       * @example 3
       */
      max_days: number;
      /**
       * @description What the host writes about it; may be empty.
       * @example 小院
       */
      description: string;
      /** @description Where guests sleep; may be empty. */
      bedrooms: components["schemas"]["BedroomView"][];
      /**
       * @description The rules of the house; may be empty.
       * @example 小院
       */
      rules: string;
      /** @description Which stays it accepts. */
      stay_rules: components["schemas"]["RulesView"];
      /**
       * @description The earliest time of arrival.
       * @example 15:00
       */
      check_in_from: string;
      /**
       * @description The latest time of departure.
       * @example 15:00
       */
      check_out_until: string;
      /** @description The price of Friday and Saturday nights, in fen; null if they cost `price`. */
      weekend_price: number | null;
      /**
       * @description Added once to every stay, in fen.
       * @example 39900
       */
      cleaning_fee: number;
      /**
       * @description The policy that says how much a guest who cancels gets back.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /**
       * @description The datum of `lat` and `lng`.
       * @constant
       */
      datum: "gcj02";
      /** @description In the host's order; the first is the cover. */
      images: components["schemas"]["ImageView"][];
      /** @description By id. */
      facilities: components["schemas"]["FacilityView"][];
      /** @description The newest 20. */
      reviews: components["schemas"]["GuestReviewView"][];
      /** @description How many reviews gave 5, 4, 3, 2 stars and 1 star. */
      rating_breakdown: components["schemas"]["RatingCountView"][];
      /** @description The averages of what guests have rated by itself; without those that nobody has rated. */
      category_ratings: components["schemas"]["CategoryRatingView"][];
      /**
       * @description The public sees approved houses only.
       * @enum {string}
       */
      review: "pending" | "approved" | "rejected";
      /**
       * @description Why an admin rejected it; empty otherwise.
       * @example 小院
       */
      review_reason: string;
      /** @description Whether the host shows it. */
      online: boolean;
      /**
       * @description Building, floor and door; may be empty.
       * @example 小院
       */
      address_detail: string;
    };
    OwnHousesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["OwnHousesView"];
    };
    /**
     * OwnHousesView
     * @description Every house of a host.
     */
    OwnHousesView: {
      /** @description The newest first. */
      houses: components["schemas"]["OwnHouseCardView"][];
    };
    /** PasswordChangeForm */
    PasswordChangeForm: {
      /** @description The id of a picture code, if an answer has asked for one. */
      piccode_id?: string | null;
      /** @description The text in that picture. */
      piccode?: string | null;
      /**
       * Format: password
       * @description The current password.
       * @example battery-horse-staple
       */
      old_password: string;
      /**
       * Format: password
       * @description The new password.
       * @example correct-horse-battery
       */
      password: string;
    };
    /** PasswordResetForm */
    PasswordResetForm: {
      /** @description The id of a picture code, if an answer has asked for one. */
      piccode_id?: string | null;
      /** @description The text in that picture. */
      piccode?: string | null;
      /**
       * @description The mobile number of the account.
       * @example 13800000000
       */
      mobile: string;
      /**
       * @description The code that was sent to this number for the purpose `reset`.
       * @example 271828
       */
      sms_code: string;
      /**
       * Format: password
       * @description The new password.
       * @example correct-horse-battery
       */
      password: string;
    };
    /**
     * PayUrlView
     * @description Where to pay.
     */
    PayUrlView: {
      /**
       * @description The payment service's page for this order.
       * @example https://openapi.alipay.com/gateway.do?app_id=2021000000000001
       */
      pay_url: string;
    };
    /**
     * PaymentNoticeForm
     * @description The fields that the payment service sends; the signature covers all of them.
     */
    PaymentNoticeForm: {
      /**
       * @description The payment service's signature, in base64.
       * @example AAAA
       */
      sign: string;
    } & {
      [key: string]: string;
    };
    /**
     * PictureUrlsView
     * @description One size of a picture in both formats.
     */
    PictureUrlsView: {
      /** @description The WebP file. */
      webp: string | null;
      /** @description The JPEG file. */
      jpeg: string | null;
    };
    /**
     * PinView
     * @description A house on a map.
     */
    PinView: {
      /**
       * @description The house's id.
       * @example 7
       */
      house_id: number;
      /**
       * @description GCJ-02 latitude in degrees, of the public position.
       * @example 39.916527
       */
      lat: number;
      /**
       * @description GCJ-02 longitude in degrees, of the public position.
       * @example 116.397128
       */
      lng: number;
      /**
       * @description One night, in fen, unless a weekend or dated price applies.
       * @example 39900
       */
      price: number;
      /** @description The total of the stay, in fen; null without both dates. */
      total: number | null;
    };
    PinsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PinsView"];
    };
    /**
     * PinsView
     * @description The houses of a search on a map.
     */
    PinsView: {
      /** @description The first 200, in the requested order. */
      pins: components["schemas"]["PinView"][];
    };
    PopularHousesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PopularHousesView"];
    };
    /**
     * PopularHousesView
     * @description The houses of the first page.
     */
    PopularHousesView: {
      /** @description The most booked first. */
      houses: components["schemas"]["HouseCardView"][];
    };
    /** PriceBarView */
    PriceBarView: {
      /**
       * @description The lowest price, in fen.
       * @example 10000
       */
      from: number;
      /** @description Prices are below it, in fen; null for the last bar. */
      to: number | null;
      /**
       * @description How many houses have such a price.
       * @example 3
       */
      house_count: number;
    };
    /**
     * PriceRangeForm
     * @description The price of each night from `start_date` on and before `end_date`.
     */
    PriceRangeForm: {
      /**
       * Format: date
       * @description The first night.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The day after the last night.
       * @example 2026-12-26
       */
      end_date: string;
      /**
       * @description The price of each of these nights, in fen.
       * @example 39900
       */
      price: number;
    };
    /**
     * PriceRangeView
     * @description Nights with a price of their own.
     */
    PriceRangeView: {
      /**
       * Format: date
       * @description The first night.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The day after the last night.
       * @example 2026-12-24
       */
      end_date: string;
      /**
       * @description The price of each of these nights, in fen.
       * @example 39900
       */
      price: number;
    };
    PriceSuggestionAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PriceSuggestionView"];
    };
    /**
     * PriceSuggestionView
     * @description What similar homes cost.
     */
    PriceSuggestionView: {
      /**
       * @description How many homes were compared.
       * @example 3
       */
      house_count: number;
      /** @description A quarter of them cost less a night, in fen; null if there are too few. */
      low: number | null;
      /** @description A quarter of them cost more a night, in fen; null if there are too few. */
      high: number | null;
    };
    PricesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PricesView"];
    };
    /**
     * PricesForm
     * @description Prices to change; fields that are left out stay as they are.
     */
    PricesForm: {
      /** @description The price of Friday and Saturday nights, in fen; null removes it. */
      weekend_price?: number | null;
      /** @description Added once to every stay, in fen. */
      cleaning_fee?: number | null;
      /** @description The discount on the nights of a stay of 7 nights or more, in per cent. */
      weekly_discount?: number | null;
      /** @description The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one. */
      monthly_discount?: number | null;
      /** @description The policy that says how much a guest who cancels gets back. */
      cancellation?: ("flexible" | "moderate" | "strict") | null;
      /** @description All dated prices; they replace the earlier ones. No two may overlap. */
      ranges?: components["schemas"]["PriceRangeForm"][] | null;
      /** @description The dated prices that the caller knows: if there are others now, nothing is changed (4004). */
      expected_ranges?: components["schemas"]["PriceRangeForm"][] | null;
    };
    /**
     * PricesView
     * @description What a house costs.
     */
    PricesView: {
      /**
       * @description The base price of a night, in fen.
       * @example 39900
       */
      price: number;
      /** @description The price of Friday and Saturday nights, in fen; null if they cost the base price. */
      weekend_price: number | null;
      /**
       * @description Added once to every stay, in fen.
       * @example 39900
       */
      cleaning_fee: number;
      /**
       * @description The discount on the nights of a stay of 7 nights or more, in per cent.
       * @example 10
       */
      weekly_discount: number;
      /**
       * @description The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one.
       * @example 10
       */
      monthly_discount: number;
      /**
       * @description The policy that says how much a guest who cancels gets back.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /** @description Dated prices of the coming year, in order; no two overlap. */
      ranges: components["schemas"]["PriceRangeView"][];
    };
    PushKeyAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PushKeyView"];
    };
    /**
     * PushKeyView
     * @description What browsers subscribe with.
     */
    PushKeyView: {
      /** @description The public key (`applicationServerKey`), in base64url; null where this installation sends no push messages. */
      key: string | null;
    };
    /**
     * PushKeysForm
     * @description The keys of a browser (`PushSubscription.toJSON().keys`).
     */
    PushKeysForm: {
      /**
       * @description The browser's public key on P-256, in base64url.
       * @example BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM
       */
      p256dh: string;
      /**
       * @description The browser's secret, 16 bytes in base64url.
       * @example tBHItJI5svbpez7KI4CCXg
       */
      auth: string;
    };
    PushSubscriptionAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["PushSubscriptionView"];
    };
    /**
     * PushSubscriptionForm
     * @description What `PushSubscription.toJSON()` is in a browser.
     */
    PushSubscriptionForm: {
      /**
       * @description The URL of the browser at its push service.
       * @example https://push.example.com/send/f1LsxkKphfQ
       */
      endpoint: string;
      /** @description The keys with which to encrypt for the browser. */
      keys: components["schemas"]["PushKeysForm"];
    };
    /**
     * PushSubscriptionView
     * @description A browser that shows notifications.
     */
    PushSubscriptionView: {
      /**
       * @description Identifies the subscription for removing it.
       * @example 7
       */
      id: number;
    };
    QuickRepliesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["QuickRepliesView"];
    };
    /**
     * QuickRepliesForm
     * @description Texts that a user sends often.
     */
    QuickRepliesForm: {
      /**
       * @description Up to 20 texts of up to 500 characters, in the user's order; they replace the earlier ones.
       * @example [
       *       "入住时间是 15:00 以后。"
       *     ]
       */
      replies: string[];
    };
    /**
     * QuickRepliesView
     * @description Texts that a user sends often.
     */
    QuickRepliesView: {
      /**
       * @description In the user's order.
       * @example [
       *       "入住时间是 15:00 以后。"
       *     ]
       */
      replies: string[];
    };
    QuoteAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["QuoteView"];
    };
    /**
     * QuoteView
     * @description What a stay would cost today.
     */
    QuoteView: {
      /**
       * @description The number of nights.
       * @example 3
       */
      days: number;
      /** @description Each night with its price, in order. */
      nights: components["schemas"]["NightView"][];
      /** @description The lines of the bill. */
      items: components["schemas"]["BillItemView"][];
      /**
       * @description To be settled with the host at the house, in fen; not part of the total.
       * @example 39900
       */
      deposit: number;
      /**
       * @description What the guest would pay, in fen.
       * @example 39900
       */
      total: number;
      /**
       * @description The name of the cancellation policy.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
      /** @description What a cancellation would still refund, the earliest day first; nothing after the last day. */
      refunds: components["schemas"]["RefundView"][];
    };
    /**
     * RatesView
     * @description What a house costs, without its dated prices.
     */
    RatesView: {
      /**
       * @description The base price of a night, in fen.
       * @example 39900
       */
      price: number;
      /** @description The price of Friday and Saturday nights, in fen; null if they cost the base price. */
      weekend_price: number | null;
      /**
       * @description Added once to every stay, in fen.
       * @example 39900
       */
      cleaning_fee: number;
      /**
       * @description The discount on the nights of a stay of 7 nights or more, in per cent.
       * @example 10
       */
      weekly_discount: number;
      /**
       * @description The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one.
       * @example 10
       */
      monthly_discount: number;
      /**
       * @description The policy that says how much a guest who cancels gets back.
       * @enum {string}
       */
      cancellation: "flexible" | "moderate" | "strict";
    };
    /**
     * RatingCountView
     * @description How many reviews gave so many stars.
     */
    RatingCountView: {
      /**
       * @description 1 to 5, where 5 is best.
       * @example 5
       */
      rating: number;
      /**
       * @description How many of the reviews.
       * @example 3
       */
      review_count: number;
    };
    ReadAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ReadView"];
    };
    /**
     * ReadForm
     * @description Which notifications were read: those up to a number, or those of some numbers, or both.
     */
    ReadForm: {
      /** @description All notifications up to this id. */
      up_to?: number | null;
      /** @description These notifications; 100 at most. */
      ids?: number[] | null;
    };
    /**
     * ReadMarkForm
     * @description Up to where a thread is read.
     */
    ReadMarkForm: {
      /**
       * @description The last message that the user has seen.
       * @example 7
       */
      message_id: number;
    };
    /**
     * ReadView
     * @description A read mark.
     */
    ReadView: {
      /**
       * @description Up to which message the viewer has read. It never goes back.
       * @example 3
       */
      read_id: number;
    };
    /**
     * Readiness
     * @description Whether the process can serve requests, condition by condition.
     */
    Readiness: {
      /** @description Whether MariaDB answers. */
      database: boolean;
      /** @description Whether MariaDB takes writes. */
      writable: boolean;
      /** @description Whether Redis answers. */
      redis: boolean;
      /** @description Whether the process is about to stop. */
      draining: boolean;
    };
    ReadinessAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["Readiness"];
    };
    RealNameAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["RealNameView"];
    };
    /** RealNameForm */
    RealNameForm: {
      /**
       * @description The name on the identity card.
       * @example 张三
       */
      real_name: string;
      /**
       * @description The resident identity number, GB 11643: 18 characters.
       * @example 11010519491231002X
       */
      id_card: string;
    };
    /**
     * RealNameView
     * @description The real-name check: both are null until it is passed.
     */
    RealNameView: {
      /** @description The name on the identity card. */
      real_name: string | null;
      /** @description The identity number, masked: three digits, eleven asterisks, four characters. */
      id_card: string | null;
    };
    /** RefreshForm */
    RefreshForm: {
      /**
       * @description The refresh token of the last answer.
       * @example ihome_rt_AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
       */
      refresh_token: string;
    };
    /**
     * RefundView
     * @description What a cancellation by the guest refunds.
     */
    RefundView: {
      /**
       * Format: date
       * @description The last day on which it applies.
       * @example 2026-12-24
       */
      until: string;
      /**
       * @description The share of the amount.
       * @example 50
       */
      percent: number;
      /**
       * @description The refund, in fen.
       * @example 39900
       */
      amount: number;
    };
    /** @description Why a request was not carried out. */
    Refusal: {
      /** @description The number of the refusal. */
      errno: number;
      /**
       * @description The outcome in the reader's language.
       * @example 参数错误
       */
      errmsg: string;
      /** @description Details of the refusal. */
      data: {
        /** @description What is wrong with each wrong field, by the name that was sent. */
        fields?: {
          [key: string]: string;
        };
        /**
         * @description Tells refusals with the same errno apart.
         * @enum {string}
         */
        reason?:
          | "rate_limited"
          | "changed_meanwhile"
          | "captcha_required"
          | "cross_site"
          | "wrong_verb"
          | "busy"
          | "sign_in_again"
          | "insufficient_scope";
        /** @description In how many seconds to try again. */
        retry_after?: number;
        /** @description Whether to send the request again with a picture code. */
        captcha?: boolean;
        /** @description Names the case in the server's log. */
        request_id?: string;
      };
    };
    /** RegistrationForm */
    RegistrationForm: {
      /** @description The id of a picture code, if an answer has asked for one. */
      piccode_id?: string | null;
      /** @description The text in that picture. */
      piccode?: string | null;
      /**
       * @description The mobile number to sign in with.
       * @example 13800000000
       */
      mobile: string;
      /**
       * @description The code that was sent to this number for the purpose `register`.
       * @example 271828
       */
      sms_code: string;
      /**
       * Format: password
       * @description 8 to 128 characters, none of the commonest passwords.
       * @example correct-horse-battery
       */
      password: string;
      /** @description The same password again, if a page asks for it. */
      password2?: string | null;
      /** @description The version of terms and privacy policy that the user agrees to: the current one (`GET /api/v1.0/terms`). */
      terms_version?: string | null;
    };
    /**
     * ReplyForm
     * @description A host's reply to a comment.
     */
    ReplyForm: {
      /** @description The `version` of the order as the client has seen it: the request is refused if the order has changed since. */
      version?: number | null;
      /**
       * @description The host's text.
       * @example 谢谢，欢迎再来。
       */
      reply: string;
    };
    /**
     * ReportForm
     * @description Why a message should not have been sent.
     */
    ReportForm: {
      /**
       * @description What is wrong with it; the admins read it.
       * @example 要求在平台外付款
       */
      reason: string;
    };
    /**
     * ReportView
     * @description A reported message.
     */
    ReportView: {
      /**
       * @description The report's id.
       * @example 7
       */
      report_id: number;
      /**
       * @description What is wrong with the message, in the words of the one who reported it.
       * @example 小院
       */
      reason: string;
      /**
       * Format: date-time
       * @description When it was reported first.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
      /**
       * @description Who reported it.
       * @example 7
       */
      reporter_id: number;
      /**
       * @description Their name.
       * @example 小院
       */
      reporter_name: string;
      /**
       * @description The message.
       * @example 7
       */
      message_id: number;
      /**
       * @description What it says.
       * @example 小院
       */
      text: string;
      /**
       * Format: date-time
       * @description When it was sent.
       * @example 2026-11-21T14:30:00+08:00
       */
      sent_time: string;
      /**
       * @description Who sent it.
       * @example 7
       */
      sender_id: number;
      /**
       * @description Their name.
       * @example 小院
       */
      sender_name: string;
      /**
       * @description The thread it stands in.
       * @example 7
       */
      thread_id: number;
      /**
       * @description The house of the thread.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
    };
    ReportsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ReportsView"];
    };
    /**
     * ReportsView
     * @description A page of reports.
     */
    ReportsView: {
      /** @description The newest first. */
      reports: components["schemas"]["ReportView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
    };
    /**
     * ReviewCountsView
     * @description How many houses are in each state of review; counting stops at 1000.
     */
    ReviewCountsView: {
      /**
       * @description Houses that wait for an admin: online, and with at least three pictures.
       * @example 3
       */
      pending: number;
      /**
       * @description Houses that the public may see.
       * @example 3
       */
      approved: number;
      /**
       * @description Houses that an admin has rejected.
       * @example 3
       */
      rejected: number;
    };
    ReviewsPageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ReviewsPageView"];
    };
    /**
     * ReviewsPageView
     * @description One page of the reviews of a house.
     */
    ReviewsPageView: {
      /** @description The newest first. */
      reviews: components["schemas"]["GuestReviewView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: string | null;
      /** @description The average of all ratings of the house, with one decimal; null without ratings. */
      rating: number | null;
      /**
       * @description How many reviews the house has, whatever their stars.
       * @example 3
       */
      review_count: number;
      /** @description How many reviews gave 5, 4, 3, 2 stars and 1 star. */
      rating_breakdown: components["schemas"]["RatingCountView"][];
    };
    RulesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["RulesView"];
    };
    /**
     * RulesForm
     * @description Rules to change; fields that are left out stay as they are.
     */
    RulesForm: {
      /**
       * @description How many days before the day of arrival bookings close; 0 is on that day.
       * @example 1
       */
      notice_days?: number;
      /**
       * @description At which hour of that day bookings close; 24 is its end.
       * @example 18
       */
      notice_hour?: number;
      /**
       * @description How many days from the day of booking a stay may end at most.
       * @example 180
       */
      window_days?: number;
      /** @description The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own. */
      weekday_min_nights?: number[] | null;
      /**
       * @description The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own.
       * @example [
       *       0,
       *       0,
       *       0,
       *       0,
       *       0,
       *       7,
       *       0
       *     ]
       */
      weekday_max_nights?: number[] | null;
      /** @description All seasons; they replace the earlier ones, and go before the weekdays. No two may overlap. */
      seasons?: components["schemas"]["SeasonForm"][] | null;
      /** @description The weekdays on which nobody arrives. */
      no_arrival_weekdays?: number[] | null;
      /** @description The weekdays on which nobody leaves. */
      no_departure_weekdays?: number[] | null;
      /** @description The dates on which nobody arrives. */
      no_arrival_dates?: string[] | null;
      /** @description The dates on which nobody leaves. */
      no_departure_dates?: string[] | null;
      /** @description Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay. */
      fills_gaps?: boolean | null;
      /**
       * @description How many guests the price of a night includes; 0 is all of them.
       * @example 2
       */
      included_guests?: number;
      /** @description What each further guest pays for a night, in fen. */
      extra_guest_price?: number | null;
    };
    /**
     * RulesView
     * @description Which stays a house accepts, and what further guests pay.
     */
    RulesView: {
      /**
       * @description The shortest stay, in nights, where neither a season nor a weekday says otherwise.
       * @example 2
       */
      min_nights: number;
      /**
       * @description The longest stay, in nights, where neither a season nor a weekday says otherwise; 0 is no limit.
       * @example 2
       */
      max_nights: number;
      /**
       * @description How many days before the day of arrival bookings close; 0 is on that day.
       * @example 3
       */
      notice_days: number;
      /**
       * @description At which hour of that day bookings close; 24 is its end.
       * @example 18
       */
      notice_hour: number;
      /**
       * @description How many days from the day of booking a stay may end at most.
       * @example 3
       */
      window_days: number;
      /**
       * @description The shortest stay by the weekday of arrival, Monday first; 0 leaves the house's own.
       * @example [
       *       0,
       *       0,
       *       0,
       *       0,
       *       2,
       *       2,
       *       0
       *     ]
       */
      weekday_min_nights: number[];
      /**
       * @description The longest stay by the weekday of arrival, Monday first; 0 leaves the house's own.
       * @example [
       *       0,
       *       0,
       *       0,
       *       0,
       *       2,
       *       2,
       *       0
       *     ]
       */
      weekday_max_nights: number[];
      /** @description Times of the year with stays of their own, in order; they go before the weekdays, and no two overlap. */
      seasons: components["schemas"]["SeasonView"][];
      /**
       * @description The weekdays on which nobody arrives.
       * @example [
       *       7
       *     ]
       */
      no_arrival_weekdays: number[];
      /**
       * @description The weekdays on which nobody leaves.
       * @example [
       *       7
       *     ]
       */
      no_departure_weekdays: number[];
      /** @description The dates on which nobody arrives, in order. */
      no_arrival_dates: string[];
      /** @description The dates on which nobody leaves, in order. */
      no_departure_dates: string[];
      /** @description Whether guests may book all free nights between two taken ones where these are fewer than the shortest stay. */
      fills_gaps: boolean;
      /**
       * @description How many guests the price of a night includes; 0 is all of them.
       * @example 3
       */
      included_guests: number;
      /**
       * @description What each further guest pays for a night, in fen.
       * @example 39900
       */
      extra_guest_price: number;
    };
    SearchPageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["SearchPageView"];
    };
    /**
     * SearchPageView
     * @description One page of a search.
     */
    SearchPageView: {
      /** @description In the requested order. */
      houses: components["schemas"]["HouseCardView"][];
      /**
       * @description The number of this page; 1 if `after` was sent.
       * @example 3
       */
      current_page: number;
      /**
       * @description How many pages there are; at most 1000 houses are counted.
       * @example 3
       */
      total_page: number;
      /** @description The `after` of the next page; null on the last one. */
      next: string | null;
      /**
       * @description How many houses the search finds; at most 1000 are counted.
       * @example 3
       */
      house_count: number;
      /** @description The total of the stay in each house, in fen, in the order of `houses`; null without both dates. */
      stay_totals: number[] | null;
      /** @description The place for which `q` was understood, because its own words find nothing; otherwise null. */
      understood_as: string | null;
    };
    /**
     * SeasonForm
     * @description How long guests stay who arrive from `first_day` to `last_day`, both included.
     */
    SeasonForm: {
      /**
       * Format: date
       * @description The first day of arrival.
       * @example 2026-12-24
       */
      first_day: string;
      /**
       * Format: date
       * @description The last day of arrival.
       * @example 2026-12-26
       */
      last_day: string;
      /**
       * @description The shortest stay, in nights; 0 leaves it as it is without the season.
       * @default 0
       * @example 2
       */
      min_nights?: number;
      /**
       * @description The longest stay, in nights; 0 leaves it as it is without the season.
       * @default 0
       * @example 2
       */
      max_nights?: number;
    };
    /**
     * SeasonView
     * @description How long guests stay who arrive within a time of the year.
     */
    SeasonView: {
      /**
       * Format: date
       * @description The first day of arrival.
       * @example 2026-12-24
       */
      first_day: string;
      /**
       * Format: date
       * @description The last day of arrival.
       * @example 2026-12-24
       */
      last_day: string;
      /**
       * @description The shortest stay, in nights; 0 leaves it as it is without the season.
       * @example 2
       */
      min_nights: number;
      /**
       * @description The longest stay, in nights; 0 leaves it as it is without the season.
       * @example 2
       */
      max_nights: number;
    };
    SentMessageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["SentMessageView"];
    };
    /**
     * SentMessageView
     * @description A message that was sent.
     */
    SentMessageView: {
      /** @description The message. The page may show its `warning`. */
      message: components["schemas"]["MessageView"];
    };
    /**
     * SessionView
     * @description A device that is signed in.
     */
    SessionView: {
      /**
       * @description Identifies the session for ending it; it is no credential.
       * @example 小院
       */
      id: string;
      /**
       * @description The device in words: its program and its system.
       * @example Chrome · Windows
       */
      name: string;
      /**
       * @description What the device calls itself (User-Agent).
       * @example 小院
       */
      device: string;
      /**
       * @description The network address from which the session was opened.
       * @example 小院
       */
      address: string;
      /**
       * Format: date-time
       * @description When the device sent its last request, to the minute.
       * @example 2026-11-21T14:30:00+08:00
       */
      last_seen: string;
      /**
       * Format: date-time
       * @description When the device signed in.
       * @example 2026-11-21T14:30:00+08:00
       */
      opened: string;
      /** @description Whether it is the session of this request. */
      current: boolean;
      /**
       * @description A browser holds a cookie, an app holds tokens.
       * @example browser
       * @enum {string}
       */
      kind: "browser" | "app";
    };
    SessionsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["SessionsView"];
    };
    /**
     * SessionsView
     * @description All devices of a user.
     */
    SessionsView: {
      /** @description The device seen last comes first. */
      sessions: components["schemas"]["SessionView"][];
    };
    /**
     * SettingsForm
     * @description Settings to change; what is left out stays as it is.
     */
    SettingsForm: {
      /** @description The language in which the user is written to. */
      language?: ("zh" | "en") | null;
      /** @description false: no quiet hours. */
      quiet?: boolean | null;
      /** @description When quiet hours begin, local time; together with `quiet_until`. */
      quiet_from?: string | null;
      /** @description When they end, which may be the next day. */
      quiet_until?: string | null;
      /** @description Kinds and channels to switch on or off. */
      choices?: components["schemas"]["ChoiceForm"][] | null;
    };
    SimilarHousesAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["SimilarHousesView"];
    };
    /**
     * SimilarHousesView
     * @description Houses like another one.
     */
    SimilarHousesView: {
      /** @description Up to 8, the most similar first. */
      houses: components["schemas"]["HouseCardView"][];
    };
    /** SmsForPurposeForm */
    SmsForPurposeForm: {
      /**
       * @description The mobile number that gets the SMS.
       * @example 13800000000
       */
      mobile: string;
      /**
       * @description The id of a picture code.
       * @example 0b1d2c3e
       */
      piccode_id: string;
      /**
       * @description The text in that picture; upper and lower case are the same.
       * @example k7pq
       */
      piccode: string;
      /**
       * @description What the code is for.
       * @default register
       * @enum {string}
       */
      purpose?: "register" | "login" | "reset";
    };
    /**
     * StayReviewForm
     * @description A guest's review of a stay: a comment, a rating, and ratings of single sides of it.
     */
    StayReviewForm: {
      /** @description The `version` of the order as the client has seen it: the request is refused if the order has changed since. */
      version?: number | null;
      /**
       * @description How the stay was.
       * @example 房间干净，位置很好。
       */
      comment: string;
      /**
       * @description 1 to 5, where 5 is best.
       * @example 5
       */
      rating: number;
      /** @description How clean the house was, 1 to 5, where 5 is best. */
      cleanliness?: number | null;
      /** @description Whether the house was as described. */
      accuracy?: number | null;
      /** @description How arriving went. */
      check_in?: number | null;
      /** @description How the host answered. */
      communication?: number | null;
      /** @description How well the house lies. */
      location?: number | null;
      /** @description What the stay was worth for its price. */
      value?: number | null;
    };
    /**
     * SubjectView
     * @description What an event is about.
     */
    SubjectView: {
      /**
       * @description The kind of thing.
       * @enum {string}
       */
      kind: "order" | "house" | "thread" | "calendar" | "user";
      /**
       * @description Its id.
       * @example 7
       */
      id: number;
    };
    /**
     * SuggestionView
     * @description Something that a guest may mean.
     */
    SuggestionView: {
      /**
       * @description A district; a landmark, street or business area; or the title of a house.
       * @enum {string}
       */
      kind: "area" | "landmark" | "house";
      /**
       * @description Its name, in the reader's language where it has one.
       * @example 三里屯
       */
      text: string;
      /**
       * @description Its district; empty for a district.
       * @example 朝阳区
       */
      detail: string;
      /**
       * @description The query string of a search for it.
       * @example q=%E4%B8%89%E9%87%8C%E5%B1%AF
       */
      query: string;
    };
    SuggestionsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["SuggestionsView"];
    };
    /**
     * SuggestionsView
     * @description What a guest may mean.
     */
    SuggestionsView: {
      /** @description Up to 8: districts and landmarks, then titles. */
      suggestions: components["schemas"]["SuggestionView"][];
    };
    /**
     * TakenNightView
     * @description A night that cannot be booked.
     */
    TakenNightView: {
      /**
       * Format: date
       * @description The evening on which it begins.
       * @example 2026-12-24
       */
      date: string;
      /**
       * @description Whether it is sold here, blocked by the host, or taken on another platform.
       * @enum {string}
       */
      taken_by: "order" | "host" | "calendar";
      /** @description The order that it belongs to; null if it is not sold here. */
      order_id: number | null;
    };
    TermsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["TermsView"];
    };
    /**
     * TermsView
     * @description What users agree to at registering.
     */
    TermsView: {
      /**
       * @description The version of all documents together: the latest of their dates.
       * @example 2026-11-22
       */
      version: string;
      /** @description Each document with its own version. */
      documents: components["schemas"]["AgreedDocumentView"][];
    };
    /**
     * ThreadDetailsView
     * @description A thread with what belongs to it.
     */
    ThreadDetailsView: {
      /**
       * @description The thread's id.
       * @example 7
       */
      thread_id: number;
      /**
       * @description Whether the viewer is its guest (`custom`) or its host (`landlord`).
       * @enum {string}
       */
      role: "custom" | "landlord";
      /**
       * @description The house it is about.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
      /** @description The cover of the house; null without one. */
      image_url: string | null;
      /**
       * @description The other member.
       * @example 7
       */
      user_id: number;
      /**
       * @description The other member's name.
       * @example 小院
       */
      user_name: string;
      /** @description The other member's picture; null without one. */
      user_avatar: string | null;
      /**
       * @description How many messages of the other member are unread.
       * @example 3
       */
      unread: number;
      /** @description The last message; null in a new thread. */
      last: components["schemas"]["MessageView"] | null;
      /**
       * @description Up to which message the viewer has read.
       * @example 3
       */
      read_id: number;
      /**
       * @description Up to which message the other member has read.
       * @example 3
       */
      other_read_id: number;
      /** @description Whether the viewer has blocked the other member. */
      blocked: boolean;
      /** @description The guest's newest order for the house; null without one. */
      order: components["schemas"]["ThreadOrderView"] | null;
    };
    ThreadIdAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ThreadIdView"];
    };
    /**
     * ThreadIdView
     * @description A thread.
     */
    ThreadIdView: {
      /**
       * @description The thread's id.
       * @example 7
       */
      thread_id: number;
    };
    /**
     * ThreadOrderView
     * @description The guest's newest order for the house.
     */
    ThreadOrderView: {
      /**
       * @description The order's id.
       * @example 7
       */
      order_id: number;
      /** @description Its state. */
      status: components["schemas"]["OrderStatus"];
      /**
       * Format: date
       * @description The check-in date.
       * @example 2026-12-24
       */
      start_date: string;
      /**
       * Format: date
       * @description The check-out date.
       * @example 2026-12-24
       */
      end_date: string;
      /**
       * @description How many guests.
       * @example 3
       */
      guests: number;
    };
    ThreadPageAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ThreadPageView"];
    };
    /**
     * ThreadPageView
     * @description One thread.
     */
    ThreadPageView: {
      /** @description The thread. */
      thread: components["schemas"]["ThreadDetailsView"];
    };
    /**
     * ThreadView
     * @description A thread as one of its two members sees it.
     */
    ThreadView: {
      /**
       * @description The thread's id.
       * @example 7
       */
      thread_id: number;
      /**
       * @description Whether the viewer is its guest (`custom`) or its host (`landlord`).
       * @enum {string}
       */
      role: "custom" | "landlord";
      /**
       * @description The house it is about.
       * @example 7
       */
      house_id: number;
      /**
       * @description The house's title.
       * @example 小院
       */
      title: string;
      /** @description The cover of the house; null without one. */
      image_url: string | null;
      /**
       * @description The other member.
       * @example 7
       */
      user_id: number;
      /**
       * @description The other member's name.
       * @example 小院
       */
      user_name: string;
      /** @description The other member's picture; null without one. */
      user_avatar: string | null;
      /**
       * @description How many messages of the other member are unread.
       * @example 3
       */
      unread: number;
      /** @description The last message; null in a new thread. */
      last: components["schemas"]["MessageView"] | null;
    };
    ThreadsAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["ThreadsView"];
    };
    /**
     * ThreadsView
     * @description A page of threads.
     */
    ThreadsView: {
      /** @description The latest message first. */
      threads: components["schemas"]["ThreadView"][];
      /** @description The `after` of the next page; null on the last one. */
      next: number | null;
      /**
       * @description How many messages are unread in all threads.
       * @example 3
       */
      unread: number;
    };
    TokensAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["TokensView"];
    };
    /**
     * TokensView
     * @description The tokens of an app that has signed in (RFC 6750).
     */
    TokensView: {
      /**
       * @description How to send the access token: `Authorization: Bearer …`.
       * @example Bearer
       * @constant
       */
      token_type: "Bearer";
      /**
       * @description Authorizes requests until it expires.
       * @example 小院
       */
      access_token: string;
      /**
       * @description The remaining life of the access token in seconds.
       * @example 900
       */
      expires_in: number;
      /**
       * @description Can be exchanged once for the next pair of tokens.
       * @example 小院
       */
      refresh_token: string;
      /**
       * @description The remaining life of the refresh token in seconds; if it expires unused, the app has to sign in again.
       * @example 900
       */
      refresh_expires_in: number;
      /**
       * @description The user's id.
       * @example 7
       */
      user_id: number;
    };
    UnreadAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["UnreadView"];
    };
    /**
     * UnreadView
     * @description What the user has not read.
     */
    UnreadView: {
      /**
       * @description Notifications; counting stops at 100.
       * @example 3
       */
      notifications: number;
      /**
       * @description Messages.
       * @example 3
       */
      messages: number;
    };
    UserAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["UserView"];
    };
    UserIdAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["UserIdView"];
    };
    /**
     * UserIdView
     * @description Which user has signed in.
     */
    UserIdView: {
      /**
       * @description The user's id.
       * @example 7
       */
      user_id: number;
    };
    /**
     * UserView
     * @description A user, as they see themselves.
     */
    UserView: {
      /**
       * @description The user's id.
       * @example 7
       */
      user_id: number;
      /**
       * @description The name that others see; the mobile number until the user chooses one.
       * @example 小院
       */
      name: string;
      /**
       * @description The mobile number to sign in with.
       * @example 13800000000
       */
      mobile: string;
      /** @description The URL of the picture; null without one. */
      avatar: string | null;
      /**
       * Format: date-time
       * @description When the account was created.
       * @example 2026-11-21T14:30:00+08:00
       */
      create_time: string;
    };
    /**
     * WebhookChangeForm
     * @description A webhook as it shall be.
     */
    WebhookChangeForm: {
      /**
       * @description A public https address.
       * @example https://channel.example/ihome
       */
      url: string;
      /**
       * @description The types of events to send; none for all, also those that come later. docs/events.md lists them.
       * @example [
       *       "order.booked",
       *       "order.paid"
       *     ]
       */
      types?: string[];
      /**
       * @description Whether events are sent. What waits is dropped when it is disabled, or its address changes.
       * @example true
       */
      enabled: boolean;
    };
    /**
     * WebhookForm
     * @description Where to send events, and which.
     */
    WebhookForm: {
      /**
       * @description A public https address.
       * @example https://channel.example/ihome
       */
      url: string;
      /**
       * @description The types of events to send; none for all, also those that come later. docs/events.md lists them.
       * @example [
       *       "order.booked",
       *       "order.paid"
       *     ]
       */
      types?: string[];
    };
    WebhookSecretAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["WebhookSecretView"];
    };
    /**
     * WebhookSecretView
     * @description The new secret of a webhook.
     */
    WebhookSecretView: {
      /**
       * @description The webhook's id.
       * @example 7
       */
      id: number;
      /**
       * @description Verifies signatures (Standard Webhooks). It is shown this once only.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret: string;
    };
    WebhookTestAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["WebhookTestView"];
    };
    /**
     * WebhookTestView
     * @description A test event that is on its way.
     */
    WebhookTestView: {
      /**
       * @description Its header webhook-id.
       * @example test-0a1b2c3d4e5f6071
       */
      message_id: string;
    };
    /**
     * WebhookView
     * @description An endpoint to which events are sent.
     */
    WebhookView: {
      /**
       * @description Its id.
       * @example 7
       */
      id: number;
      /**
       * @description Its address.
       * @example https://channel.example/ihome
       */
      url: string;
      /**
       * @description The types of events that are sent; none for all.
       * @example [
       *       "order.booked"
       *     ]
       */
      types: string[];
      /** @description Whether events are sent. */
      enabled: boolean;
      /** @description Why none are sent: its owner says so, it has answered 410, or it has failed for a week. */
      disabled: ("owner" | "gone" | "failing") | null;
      /** @description Since when no message has been delivered, though it was tried; null while it works. */
      failing_since: string | null;
      /** @description How long the secret before the current one signs as well; null if there is none. */
      previous_secret_until: string | null;
      /**
       * Format: date-time
       * @description When it was added.
       * @example 2026-11-21T14:30:00+08:00
       */
      created: string;
    };
    WebhooksAnswer: {
      /**
       * @description 0 for a success.
       * @constant
       */
      errno: 0;
      /**
       * @description The outcome in the reader's language.
       * @example OK
       */
      errmsg: string;
      data: components["schemas"]["WebhooksView"];
    };
    /**
     * WebhooksView
     * @description All webhooks of a user.
     */
    WebhooksView: {
      /** @description The oldest first. */
      webhooks: components["schemas"]["WebhookView"][];
    };
    /**
     * WrittenReviewView
     * @description A review of a stay or of its guest.
     */
    WrittenReviewView: {
      /** @description 1 to 5; null if the author gave none. */
      rating: number | null;
      /**
       * @description The text.
       * @example 小院
       */
      content: string;
      /** @description What a guest has rated by itself; empty for a host's review. */
      categories: components["schemas"]["CategoryStarsView"][];
      /**
       * Format: date-time
       * @description When it was written.
       * @example 2026-11-21T14:30:00+08:00
       */
      time: string;
      /** @description Whether everybody may read it. */
      published: boolean;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  draw_picture_code: {
    parameters: {
      query?: {
        /** @description The id of the picture that this one replaces. */
        precodeid?: string;
      };
      header?: never;
      path: {
        /** @description The picture's id, made up by the client: a new one for every picture. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "image/jpeg": Blob;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  send_registration_code: {
    parameters: {
      query: {
        /** @description The id of a picture code. */
        piccode_id: string;
        /** @description The text in that picture; upper and lower case are the same. */
        piccode: string;
      };
      header?: never;
      path: {
        /** @description The mobile number that gets the SMS. */
        mobile: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4004 WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften; 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  send_sms_code: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mobile": "13800000000",
         *       "piccode_id": "0b1d2c3e",
         *       "piccode": "k7pq"
         *     }
         */
        "application/json": components["schemas"]["SmsForPurposeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4004 WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften; 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_terms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "version": "2026-11-22",
           *         "documents": [
           *           {
           *             "name": "terms",
           *             "version": "2026-11-22",
           *             "url": "/terms"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["TermsAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  register: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mobile": "13800000000",
         *       "sms_code": "271828",
         *       "password": "correct-horse-battery"
         *     }
         */
        "application/json": components["schemas"]["RegistrationForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "user_id": 7,
           *         "name": "小院",
           *         "mobile": "13800000000",
           *         "avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *         "create_time": "2026-11-21T14:30:00+08:00"
           *       }
           *     }
           */
          "application/json": components["schemas"]["UserAnswer"];
        };
      };
      /** @description 4004 DataError, WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData, ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CaptchaRequired */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 HashingQueueFull, Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  agree_to_terms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "terms_version": "2026-11-22"
         *     }
         */
        "application/json": components["schemas"]["ConsentForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mobile": "13800000000",
         *       "password": "correct-horse-battery"
         *     }
         */
        "application/json": components["schemas"]["LoginEitherWayForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "user_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["UserIdAnswer"];
        };
      };
      /** @description 4004 DataError, WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 WrongCredentials */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData, ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CaptchaRequired */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 HashingQueueFull, Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  issue_tokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mobile": "13800000000",
         *       "password": "correct-horse-battery"
         *     }
         */
        "application/json": components["schemas"]["LoginEitherWayForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "token_type": "Bearer",
           *         "access_token": "小院",
           *         "expires_in": 900,
           *         "refresh_token": "小院",
           *         "refresh_expires_in": 900,
           *         "user_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["TokensAnswer"];
        };
      };
      /** @description 4004 DataError, WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 WrongCredentials */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData, ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CaptchaRequired */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 HashingQueueFull, Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  refresh_tokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "refresh_token": "ihome_rt_AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"
         *     }
         */
        "application/json": components["schemas"]["RefreshForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "token_type": "Bearer",
           *         "access_token": "小院",
           *         "expires_in": 900,
           *         "refresh_token": "小院",
           *         "refresh_expires_in": 900,
           *         "user_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["TokensAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 InvalidToken */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  check_login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "user_id": 7,
           *         "name": "小院",
           *         "mobile": "13800000000",
           *         "avatar": "https://ihome.example/media/houses/0a1b-800.jpg"
           *       }
           *     }
           */
          "application/json": components["schemas"]["IdentityAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  reset_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mobile": "13800000000",
         *       "sms_code": "271828",
         *       "password": "correct-horse-battery"
         *     }
         */
        "application/json": components["schemas"]["PasswordResetForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4004 DataError, WrongCaptcha; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData, ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CaptchaRequired */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 HashingQueueFull, Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  change_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "old_password": "battery-horse-staple",
         *       "password": "correct-horse-battery"
         *     }
         */
        "application/json": components["schemas"]["PasswordChangeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4004 WrongCaptcha; 4103 BadParameters; 4106 WrongPassword */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 ExpiredCaptcha */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CaptchaRequired */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 HashingQueueFull, Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_sessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "sessions": [
           *           {
           *             "id": "小院",
           *             "name": "Chrome · Windows",
           *             "device": "小院",
           *             "address": "小院",
           *             "last_seen": "2026-11-21T14:30:00+08:00",
           *             "opened": "2026-11-21T14:30:00+08:00",
           *             "current": true,
           *             "kind": "browser"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["SessionsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  end_session: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The `id` of a device in the list. */
        session_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_profile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "user_id": 7,
           *         "name": "小院",
           *         "mobile": "13800000000",
           *         "avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *         "create_time": "2026-11-21T14:30:00+08:00"
           *       }
           *     }
           */
          "application/json": components["schemas"]["UserAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_avatar: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": {
          /**
           * Format: binary
           * @description JPEG, PNG or WebP.
           */
          avatar: Blob;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "avatar_url": "https://ihome.example/media/houses/0a1b-800.jpg"
           *       }
           *     }
           */
          "application/json": components["schemas"]["AvatarAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4302 FileError */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_name: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "小明"
         *     }
         */
        "application/json": components["schemas"]["NameForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "name": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["NameAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_real_name: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "real_name": "小院",
           *         "id_card": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["RealNameAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_real_name: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "real_name": "张三",
         *       "id_card": "11010519491231002X"
         *     }
         */
        "application/json": components["schemas"]["RealNameForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_mail_address: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "address": "小院",
           *         "pending": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["MailAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_mail_address: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "address": "li@guest.example"
         *     }
         */
        "application/json": components["schemas"]["MailAddressForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "address": "小院",
           *         "pending": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["MailAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften; 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  delete_mail_address: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  check_mail_address: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "n0k8Jb6mX4YtZ1pQe7uVwR2sL9aC5dF3gHiKjM-oB_E"
         *     }
         */
        "application/json": components["schemas"]["LinkForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_mail_verification: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The token at the end of the link. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  check_mail_address_on_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The token at the end of the link. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_mails_of_kind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The token at the end of the link. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  end_mails_of_kind: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The token at the end of the link. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_push_key: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "key": "BESJX4ULB64JMXaai2iAzwfNXUtwFUEh0EzZhIj_RjP_NEv5TnoHbwpSbIddKQGkT3RQ"
           *       }
           *     }
           */
          "application/json": components["schemas"]["PushKeyAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_push_subscription: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "endpoint": "https://push.example.com/send/f1LsxkKphfQ",
         *       "keys": {
         *         "p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
         *         "auth": "tBHItJI5svbpez7KI4CCXg"
         *       }
         *     }
         */
        "application/json": components["schemas"]["PushSubscriptionForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["PushSubscriptionAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_push_subscription: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The subscription. */
        subscription_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_areas: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "areas": [
           *           {
           *             "area_id": 7,
           *             "name": "小院"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["AreasAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_facilities: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "facilities": [
           *           {
           *             "facility_id": 7,
           *             "name": "小院"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["FacilitiesAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  search_houses: {
    parameters: {
      query?: {
        /** @description The id of a district. */
        aid?: number;
        /** @description The check-in date. */
        sd?: string;
        /** @description The check-out date, at most 90 nights later. */
        ed?: string;
        /** @description The newest first, the most booked, the cheapest, or the dearest. */
        sk?: "new" | "booking" | "price-inc" | "price-des";
        /** @description The number of the page. */
        p?: number;
        /** @description How many houses a page has. */
        size?: number;
        /** @description The `next` of the page before; replaces `p`. */
        after?: string;
        /** @description The lowest base price, in fen. */
        min_price?: number;
        /** @description The highest base price, in fen. */
        max_price?: number;
        /** @description How many guests there are. */
        capacity?: number;
        /** @description How many rooms it has at least. */
        rooms?: number;
        /** @description How many beds it has at least. */
        beds?: number;
        /** @description Only houses that need no answer of their host (`true`), or only the others (`false`). */
        instant?: boolean;
        /** @description The ids of facilities that it has; the first ten count. */
        facilities?: number[];
        /** @description Words of its title or address. */
        q?: string;
        /** @description A box of GCJ-02 degrees: south,west,north,east. Houses have their public position. */
        bounds?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "current_page": 3,
           *         "total_page": 3,
           *         "next": "39900-7",
           *         "house_count": 3,
           *         "stay_totals": [
           *           39900
           *         ],
           *         "understood_as": "王府井"
           *       }
           *     }
           */
          "application/json": components["schemas"]["SearchPageAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  publish_house: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "南锣鼓巷四合院",
         *       "price": 39900,
         *       "area_id": 1,
         *       "address": "南锣鼓巷 15 号",
         *       "room_count": 2,
         *       "acreage": 60,
         *       "unit": "两室一厅",
         *       "capacity": 4,
         *       "beds": "双人床 1.8 米 2 张",
         *       "deposit": 20000,
         *       "min_days": 1,
         *       "max_days": 0
         *     }
         */
        "application/json": components["schemas"]["HouseForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["HouseIdAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 RealNameRequired, NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_popular_houses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["PopularHousesAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  count_houses: {
    parameters: {
      query?: {
        /** @description The id of a district. */
        aid?: number;
        /** @description The check-in date. */
        sd?: string;
        /** @description The check-out date, at most 90 nights later. */
        ed?: string;
        /** @description The newest first, the most booked, the cheapest, or the dearest. */
        sk?: "new" | "booking" | "price-inc" | "price-des";
        /** @description The number of the page. */
        p?: number;
        /** @description How many houses a page has. */
        size?: number;
        /** @description The `next` of the page before; replaces `p`. */
        after?: string;
        /** @description The lowest base price, in fen. */
        min_price?: number;
        /** @description The highest base price, in fen. */
        max_price?: number;
        /** @description How many guests there are. */
        capacity?: number;
        /** @description How many rooms it has at least. */
        rooms?: number;
        /** @description How many beds it has at least. */
        beds?: number;
        /** @description Only houses that need no answer of their host (`true`), or only the others (`false`). */
        instant?: boolean;
        /** @description The ids of facilities that it has; the first ten count. */
        facilities?: number[];
        /** @description Words of its title or address. */
        q?: string;
        /** @description A box of GCJ-02 degrees: south,west,north,east. Houses have their public position. */
        bounds?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house_count": 3,
           *         "price_histogram": [
           *           {
           *             "from": 10000,
           *             "to": 1,
           *             "house_count": 3
           *           }
           *         ],
           *         "drop": [
           *           {
           *             "filter": "aid",
           *             "house_count": 3
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["FacetsAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_house_pins: {
    parameters: {
      query?: {
        /** @description The id of a district. */
        aid?: number;
        /** @description The check-in date. */
        sd?: string;
        /** @description The check-out date, at most 90 nights later. */
        ed?: string;
        /** @description The newest first, the most booked, the cheapest, or the dearest. */
        sk?: "new" | "booking" | "price-inc" | "price-des";
        /** @description The number of the page. */
        p?: number;
        /** @description How many houses a page has. */
        size?: number;
        /** @description The `next` of the page before; replaces `p`. */
        after?: string;
        /** @description The lowest base price, in fen. */
        min_price?: number;
        /** @description The highest base price, in fen. */
        max_price?: number;
        /** @description How many guests there are. */
        capacity?: number;
        /** @description How many rooms it has at least. */
        rooms?: number;
        /** @description How many beds it has at least. */
        beds?: number;
        /** @description Only houses that need no answer of their host (`true`), or only the others (`false`). */
        instant?: boolean;
        /** @description The ids of facilities that it has; the first ten count. */
        facilities?: number[];
        /** @description Words of its title or address. */
        q?: string;
        /** @description A box of GCJ-02 degrees: south,west,north,east. Houses have their public position. */
        bounds?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "pins": [
           *           {
           *             "house_id": 7,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "price": 39900,
           *             "total": 39900
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["PinsAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  suggest_places: {
    parameters: {
      query: {
        /** @description The text. */
        q: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "suggestions": [
           *           {
           *             "kind": "area",
           *             "text": "三里屯",
           *             "detail": "朝阳区",
           *             "query": "q=%E4%B8%89%E9%87%8C%E5%B1%AF"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["SuggestionsAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_house: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house": {
           *           "house_id": 7,
           *           "title": "小院",
           *           "price": 39900,
           *           "area_id": 7,
           *           "area_name": "小院",
           *           "address": "小院",
           *           "room_count": 3,
           *           "acreage": 3,
           *           "capacity": 3,
           *           "bed_count": 3,
           *           "lat": 39.916527,
           *           "lng": 116.397128,
           *           "order_count": 3,
           *           "rating": 4.8,
           *           "review_count": 3,
           *           "instant": true,
           *           "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "create_time": "2026-11-21T14:30:00+08:00",
           *           "user_id": 7,
           *           "user_name": "小院",
           *           "beds": "小院",
           *           "unit": "小院",
           *           "deposit": 39900,
           *           "min_days": 3,
           *           "max_days": 3,
           *           "description": "小院",
           *           "bedrooms": [
           *             {
           *               "name": "小院",
           *               "beds": [
           *                 {
           *                   "kind": "single",
           *                   "count": 3
           *                 }
           *               ]
           *             }
           *           ],
           *           "rules": "小院",
           *           "stay_rules": {
           *             "min_nights": 2,
           *             "max_nights": 2,
           *             "notice_days": 3,
           *             "notice_hour": 18,
           *             "window_days": 3,
           *             "weekday_min_nights": [
           *               0,
           *               0,
           *               0,
           *               0,
           *               2,
           *               2,
           *               0
           *             ],
           *             "weekday_max_nights": [
           *               0,
           *               0,
           *               0,
           *               0,
           *               2,
           *               2,
           *               0
           *             ],
           *             "seasons": [
           *               {
           *                 "first_day": "2026-12-24",
           *                 "last_day": "2026-12-24",
           *                 "min_nights": 2,
           *                 "max_nights": 2
           *               }
           *             ],
           *             "no_arrival_weekdays": [
           *               7
           *             ],
           *             "no_departure_weekdays": [
           *               7
           *             ],
           *             "no_arrival_dates": [
           *               "2026-12-24"
           *             ],
           *             "no_departure_dates": [
           *               "2026-12-24"
           *             ],
           *             "fills_gaps": true,
           *             "included_guests": 3,
           *             "extra_guest_price": 39900
           *           },
           *           "check_in_from": "15:00",
           *           "check_out_until": "15:00",
           *           "weekend_price": 39900,
           *           "cleaning_fee": 39900,
           *           "cancellation": "flexible",
           *           "datum": "gcj02",
           *           "images": [
           *             {
           *               "image_id": 7,
           *               "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *               "sizes": {},
           *               "width": 3,
           *               "height": 3,
           *               "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *             }
           *           ],
           *           "facilities": [
           *             {
           *               "facility_id": 7,
           *               "name": "小院"
           *             }
           *           ],
           *           "reviews": [
           *             {
           *               "user_name": "小院",
           *               "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *               "rating": 5,
           *               "content": "小院",
           *               "reply": "小院",
           *               "time": "2026-11-21T14:30:00+08:00"
           *             }
           *           ],
           *           "rating_breakdown": [
           *             {
           *               "rating": 5,
           *               "review_count": 3
           *             }
           *           ],
           *           "category_ratings": [
           *             {
           *               "category": "cleanliness",
           *               "rating": 4.8
           *             }
           *           ]
           *         },
           *         "is_owner": true
           *       }
           *     }
           */
          "application/json": components["schemas"]["HousePageAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  replace_house: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "南锣鼓巷四合院",
         *       "price": 39900,
         *       "area_id": 1,
         *       "address": "南锣鼓巷 15 号",
         *       "room_count": 2,
         *       "acreage": 60,
         *       "unit": "两室一厅",
         *       "capacity": 4,
         *       "beds": "双人床 1.8 米 2 张",
         *       "deposit": 20000,
         *       "min_days": 1,
         *       "max_days": 0
         *     }
         */
        "application/json": components["schemas"]["HouseChangeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  delete_house: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_calendar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "taken": [
           *           "2026-12-24"
           *         ],
           *         "blocked": [
           *           "2026-12-24"
           *         ],
           *         "imported": [
           *           "2026-12-24"
           *         ],
           *         "arrivals": [
           *           {
           *             "first_day": "2026-12-24",
           *             "last_day": "2026-12-24",
           *             "min_nights": 3,
           *             "max_nights": 3
           *           }
           *         ],
           *         "no_departure": [
           *           "2026-12-24"
           *         ],
           *         "last_departure": "2026-12-24",
           *         "fills_gaps": true
           *       }
           *     }
           */
          "application/json": components["schemas"]["CalendarAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  block_nights: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "blocked": [
         *         "2026-12-24"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["BlockedNightsForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 Conflict, ChangedMeanwhile */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_prices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "price": 39900,
           *         "weekend_price": 39900,
           *         "cleaning_fee": 39900,
           *         "weekly_discount": 10,
           *         "monthly_discount": 10,
           *         "cancellation": "flexible",
           *         "ranges": [
           *           {
           *             "start_date": "2026-12-24",
           *             "end_date": "2026-12-24",
           *             "price": 39900
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["PricesAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_prices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "weekend_price": 39900,
         *       "cleaning_fee": 20000,
         *       "weekly_discount": 10,
         *       "monthly_discount": 10,
         *       "cancellation": "flexible",
         *       "ranges": [
         *         {
         *           "start_date": "2026-12-24",
         *           "end_date": "2026-12-26",
         *           "price": 39900
         *         }
         *       ],
         *       "expected_ranges": []
         *     }
         */
        "application/json": components["schemas"]["PricesForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 ChangedMeanwhile */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_rules: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "min_nights": 2,
           *         "max_nights": 2,
           *         "notice_days": 3,
           *         "notice_hour": 18,
           *         "window_days": 3,
           *         "weekday_min_nights": [
           *           0,
           *           0,
           *           0,
           *           0,
           *           2,
           *           2,
           *           0
           *         ],
           *         "weekday_max_nights": [
           *           0,
           *           0,
           *           0,
           *           0,
           *           2,
           *           2,
           *           0
           *         ],
           *         "seasons": [
           *           {
           *             "first_day": "2026-12-24",
           *             "last_day": "2026-12-24",
           *             "min_nights": 2,
           *             "max_nights": 2
           *           }
           *         ],
           *         "no_arrival_weekdays": [
           *           7
           *         ],
           *         "no_departure_weekdays": [
           *           7
           *         ],
           *         "no_arrival_dates": [
           *           "2026-12-24"
           *         ],
           *         "no_departure_dates": [
           *           "2026-12-24"
           *         ],
           *         "fills_gaps": true,
           *         "included_guests": 3,
           *         "extra_guest_price": 39900
           *       }
           *     }
           */
          "application/json": components["schemas"]["RulesAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_rules: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "notice_days": 1,
         *       "notice_hour": 18,
         *       "window_days": 180,
         *       "weekday_min_nights": [
         *         0,
         *         0,
         *         0,
         *         0,
         *         2,
         *         2,
         *         0
         *       ],
         *       "weekday_max_nights": [
         *         0,
         *         0,
         *         0,
         *         0,
         *         0,
         *         7,
         *         0
         *       ],
         *       "seasons": [
         *         {
         *           "first_day": "2026-12-24",
         *           "last_day": "2026-12-26",
         *           "min_nights": 2,
         *           "max_nights": 2
         *         }
         *       ],
         *       "no_arrival_weekdays": [
         *         7
         *       ],
         *       "no_departure_weekdays": [
         *         7
         *       ],
         *       "no_arrival_dates": [
         *         "2027-01-01"
         *       ],
         *       "no_departure_dates": [
         *         "2027-01-01"
         *       ],
         *       "fills_gaps": true,
         *       "included_guests": 2,
         *       "extra_guest_price": 20000
         *     }
         */
        "application/json": components["schemas"]["RulesForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_reviews: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: string;
        /** @description Shows only reviews with so many stars. */
        rating?: number;
        /** @description How many reviews a page has. */
        size?: number;
      };
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "reviews": [
           *           {
           *             "user_name": "小院",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "rating": 5,
           *             "content": "小院",
           *             "reply": "小院",
           *             "time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "next": "1795305600000000-7",
           *         "rating": 4.8,
           *         "review_count": 3,
           *         "rating_breakdown": [
           *           {
           *             "rating": 5,
           *             "review_count": 3
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["ReviewsPageAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_similar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["SimilarHousesAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_host: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The host's id. */
        user_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "user_id": 7,
           *         "name": "小院",
           *         "avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *         "since": "2026-11",
           *         "verified": true,
           *         "answers_within_seconds": 3600,
           *         "review_count": 3,
           *         "rating": 4.8,
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["HostAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHost */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  quote_stay: {
    parameters: {
      query: {
        /** @description The check-in date. */
        start_date: string;
        /** @description The check-out date, at most 90 nights later. */
        end_date: string;
        /** @description How many guests there are. */
        guests?: number;
      };
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "days": 3,
           *         "nights": [
           *           {
           *             "date": "2026-12-24",
           *             "price": 39900
           *           }
           *         ],
           *         "items": [
           *           {
           *             "item": "nights",
           *             "amount": 39900,
           *             "price": 39900,
           *             "count": 3
           *           }
           *         ],
           *         "deposit": 39900,
           *         "total": 39900,
           *         "cancellation": "flexible",
           *         "refunds": [
           *           {
           *             "until": "2026-12-24",
           *             "percent": 50,
           *             "amount": 39900
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["QuoteAnswer"];
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 DatesTaken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_favourites: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many houses a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "next": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["FavouritesPageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_favourite_ids: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house_ids": [
           *           7
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["FavouriteIdsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_favourite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "favourite": true
           *       }
           *     }
           */
          "application/json": components["schemas"]["FavouriteAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_favourite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_favourite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  book_stay: {
    parameters: {
      query?: never;
      header?: {
        /** @description Requests with the same key have one effect. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "house_id": 7,
         *       "start_date": "2026-12-24",
         *       "end_date": "2026-12-26"
         *     }
         */
        "application/json": components["schemas"]["BookingForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "order_id": 7,
           *         "days": 3,
           *         "amount": 39900,
           *         "deposit": 39900,
           *         "items": [
           *           {
           *             "item": "nights",
           *             "amount": 39900,
           *             "price": 39900,
           *             "count": 3
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["BookedOrderAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 RealNameRequired, NoSuchUser; 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 DatesTaken, QuotaExceeded, Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 HouseBusy, DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_orders: {
    parameters: {
      query?: {
        /** @description As guest (`custom`) or as host (`landlord`). */
        role?: "custom" | "landlord";
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many entries a page has. */
        size?: number;
        /**
         * @description Only the orders that await the user (`pending`), that have yet to begin (`upcoming`), that are under way
         *     (`current`), or that have ended (`past`).
         */
        tab?: "pending" | "upcoming" | "current" | "past";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "orders": [
           *           {
           *             "order_id": 7,
           *             "version": 1,
           *             "role": "custom",
           *             "status": "WAIT_ACCEPT",
           *             "actions": [
           *               "cancel",
           *               "pay"
           *             ],
           *             "house_id": 7,
           *             "title": "小院",
           *             "area_name": "小院",
           *             "address": "小院",
           *             "address_detail": "小院",
           *             "lat": 39.936,
           *             "lng": 39.936,
           *             "check_in_from": "15:00",
           *             "check_out_until": "15:00",
           *             "rules": "小院",
           *             "guest_name": "小院",
           *             "host_name": "小院",
           *             "contact": "13800000000",
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "start_date": "2026-12-24",
           *             "end_date": "2026-12-24",
           *             "days": 3,
           *             "guests": 3,
           *             "amount": 39900,
           *             "deposit": 39900,
           *             "items": [
           *               {
           *                 "item": "nights",
           *                 "amount": 39900,
           *                 "price": 39900,
           *                 "count": 3
           *               }
           *             ],
           *             "cancellation": "flexible",
           *             "refunds": [
           *               {
           *                 "until": "2026-12-24",
           *                 "percent": 50,
           *                 "amount": 39900
           *               }
           *             ],
           *             "refund": 39900,
           *             "due": "2026-11-21T14:30:00+08:00",
           *             "reject_reason": "小院",
           *             "comment": "小院",
           *             "rating": 5,
           *             "reply": "小院",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "next": 7,
           *         "counts": {
           *           "pending": 3,
           *           "upcoming": 3,
           *           "current": 3
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["OrdersAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_notices: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many entries a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "notices": [
           *           {
           *             "notice_id": 7,
           *             "order_id": 7,
           *             "title": "小院",
           *             "action": "accept",
           *             "actor": "custom",
           *             "status": "WAIT_ACCEPT",
           *             "time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "next": 7,
           *         "calendars": [
           *           {
           *             "feed_id": 7,
           *             "house_id": 7,
           *             "title": "小院",
           *             "state": "failing",
           *             "error": "小院",
           *             "failures": 3,
           *             "time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["NoticesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_order: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "order": {
           *           "order_id": 7,
           *           "version": 1,
           *           "role": "custom",
           *           "status": "WAIT_ACCEPT",
           *           "actions": [
           *             "cancel",
           *             "pay"
           *           ],
           *           "house_id": 7,
           *           "title": "小院",
           *           "area_name": "小院",
           *           "address": "小院",
           *           "address_detail": "小院",
           *           "lat": 39.936,
           *           "lng": 39.936,
           *           "check_in_from": "15:00",
           *           "check_out_until": "15:00",
           *           "rules": "小院",
           *           "guest_name": "小院",
           *           "host_name": "小院",
           *           "contact": "13800000000",
           *           "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "start_date": "2026-12-24",
           *           "end_date": "2026-12-24",
           *           "days": 3,
           *           "guests": 3,
           *           "amount": 39900,
           *           "deposit": 39900,
           *           "items": [
           *             {
           *               "item": "nights",
           *               "amount": 39900,
           *               "price": 39900,
           *               "count": 3
           *             }
           *           ],
           *           "cancellation": "flexible",
           *           "refunds": [
           *             {
           *               "until": "2026-12-24",
           *               "percent": 50,
           *               "amount": 39900
           *             }
           *           ],
           *           "refund": 39900,
           *           "due": "2026-11-21T14:30:00+08:00",
           *           "reject_reason": "小院",
           *           "comment": "小院",
           *           "rating": 5,
           *           "reply": "小院",
           *           "create_time": "2026-11-21T14:30:00+08:00",
           *           "refund_today": 39900,
           *           "events": [
           *             {
           *               "action": "accept",
           *               "actor": "custom",
           *               "from": "WAIT_ACCEPT",
           *               "to": "WAIT_ACCEPT",
           *               "time": "2026-11-21T14:30:00+08:00"
           *             }
           *           ],
           *           "reviews": {
           *             "mine": {
           *               "rating": 5,
           *               "content": "小院",
           *               "categories": [
           *                 {
           *                   "category": "cleanliness",
           *                   "rating": 5
           *                 }
           *               ],
           *               "time": "2026-11-21T14:30:00+08:00",
           *               "published": true
           *             },
           *             "theirs": {
           *               "rating": 5,
           *               "content": "小院",
           *               "categories": [
           *                 {
           *                   "category": "cleanliness",
           *                   "rating": 5
           *                 }
           *               ],
           *               "time": "2026-11-21T14:30:00+08:00",
           *               "published": true
           *             },
           *             "they_wrote": true,
           *             "until": "2026-11-21T14:30:00+08:00"
           *           },
           *           "guest_record": {
           *             "review_count": 3,
           *             "rating": 4.8,
           *             "newest": [
           *               {
           *                 "rating": 5,
           *                 "content": "小院",
           *                 "time": "2026-11-21T14:30:00+08:00"
           *               }
           *             ]
           *           }
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["OrderPageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_order_arrival: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "directions": "小院",
           *         "door_code": "小院",
           *         "wifi_name": "小院",
           *         "wifi_password": "小院",
           *         "manual": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["ArrivalGuideAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder, NoArrivalGuide */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  change_order: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "accept"
         *     }
         */
        "application/json": components["schemas"]["OrderActionForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "order": {
           *           "order_id": 7,
           *           "version": 1,
           *           "role": "custom",
           *           "status": "WAIT_ACCEPT",
           *           "actions": [
           *             "cancel",
           *             "pay"
           *           ],
           *           "house_id": 7,
           *           "title": "小院",
           *           "area_name": "小院",
           *           "address": "小院",
           *           "address_detail": "小院",
           *           "lat": 39.936,
           *           "lng": 39.936,
           *           "check_in_from": "15:00",
           *           "check_out_until": "15:00",
           *           "rules": "小院",
           *           "guest_name": "小院",
           *           "host_name": "小院",
           *           "contact": "13800000000",
           *           "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "start_date": "2026-12-24",
           *           "end_date": "2026-12-24",
           *           "days": 3,
           *           "guests": 3,
           *           "amount": 39900,
           *           "deposit": 39900,
           *           "items": [
           *             {
           *               "item": "nights",
           *               "amount": 39900,
           *               "price": 39900,
           *               "count": 3
           *             }
           *           ],
           *           "cancellation": "flexible",
           *           "refunds": [
           *             {
           *               "until": "2026-12-24",
           *               "percent": 50,
           *               "amount": 39900
           *             }
           *           ],
           *           "refund": 39900,
           *           "due": "2026-11-21T14:30:00+08:00",
           *           "reject_reason": "小院",
           *           "comment": "小院",
           *           "rating": 5,
           *           "reply": "小院",
           *           "create_time": "2026-11-21T14:30:00+08:00"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["ChangeOrderAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 StaleOrder, Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_stay_changes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "changes": [
           *           {
           *             "change_id": 7,
           *             "offered_by": "custom",
           *             "status": "OFFERED",
           *             "actions": [
           *               "accept"
           *             ],
           *             "start_date": "2026-12-24",
           *             "end_date": "2026-12-24",
           *             "days": 3,
           *             "guests": 3,
           *             "items": [
           *               {
           *                 "item": "nights",
           *                 "amount": 39900,
           *                 "price": 39900,
           *                 "count": 3
           *               }
           *             ],
           *             "amount": 39900,
           *             "difference": 39900,
           *             "due": "2026-11-21T14:30:00+08:00",
           *             "create_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["ChangesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_stay_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "start_date": "2026-12-24",
         *       "end_date": "2026-12-26",
         *       "guests": 4
         *     }
         */
        "application/json": components["schemas"]["ChangeOfferForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "change": {
           *           "change_id": 7,
           *           "offered_by": "custom",
           *           "status": "OFFERED",
           *           "actions": [
           *             "accept"
           *           ],
           *           "start_date": "2026-12-24",
           *           "end_date": "2026-12-24",
           *           "days": 3,
           *           "guests": 3,
           *           "items": [
           *             {
           *               "item": "nights",
           *               "amount": 39900,
           *               "price": 39900,
           *               "count": 3
           *             }
           *           ],
           *           "amount": 39900,
           *           "difference": 39900,
           *           "due": "2026-11-21T14:30:00+08:00",
           *           "create_time": "2026-11-21T14:30:00+08:00"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["ChangedStayAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists; 4004 StaleOrder, DatesTaken, Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  quote_stay_change: {
    parameters: {
      query: {
        /** @description The check-in date. */
        start_date: string;
        /** @description The check-out date, at most 90 nights later. */
        end_date: string;
        /** @description How many guests there are. */
        guests: number;
      };
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "days": 3,
           *         "items": [
           *           {
           *             "item": "nights",
           *             "amount": 39900,
           *             "price": 39900,
           *             "count": 3
           *           }
           *         ],
           *         "total": 39900,
           *         "difference": 39900
           *       }
           *     }
           */
          "application/json": components["schemas"]["ChangeQuoteAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 StaleOrder, DatesTaken, Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  change_stay_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
        /** @description The change's id. */
        change_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "action": "accept"
         *     }
         */
        "application/json": components["schemas"]["ChangeAnswerForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "change": {
           *           "change_id": 7,
           *           "offered_by": "custom",
           *           "status": "OFFERED",
           *           "actions": [
           *             "accept"
           *           ],
           *           "start_date": "2026-12-24",
           *           "end_date": "2026-12-24",
           *           "days": 3,
           *           "guests": 3,
           *           "items": [
           *             {
           *               "item": "nights",
           *               "amount": 39900,
           *               "price": 39900,
           *               "count": 3
           *             }
           *           ],
           *           "amount": 39900,
           *           "difference": 39900,
           *           "due": "2026-11-21T14:30:00+08:00",
           *           "create_time": "2026-11-21T14:30:00+08:00"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["ChangeStayChangeAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder, NoSuchChange */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 StaleChange, StaleOrder, DatesTaken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  comment_on_stay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "comment": "房间干净，位置很好。",
         *       "rating": 5
         *     }
         */
        "application/json": components["schemas"]["StayReviewForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists; 4004 StaleOrder */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  review_guest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "review": "整洁有礼，欢迎再来。",
         *       "rating": 5
         *     }
         */
        "application/json": components["schemas"]["GuestReviewForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists; 4004 StaleOrder */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  reply_to_comment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reply": "谢谢，欢迎再来。"
         *     }
         */
        "application/json": components["schemas"]["ReplyForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4003 DataExists; 4004 StaleOrder */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_notifications: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many notifications a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "notifications": [
           *           {
           *             "id": 7,
           *             "kind": "accepted",
           *             "title": "小院",
           *             "text": "小院",
           *             "url": "/orders/7",
           *             "time": "2026-11-21T14:30:00+08:00",
           *             "read": true
           *           }
           *         ],
           *         "next": 7,
           *         "unread": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["NotificationsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_notifications_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "up_to": 7,
         *       "ids": [
         *         7
         *       ]
         *     }
         */
        "application/json": components["schemas"]["ReadForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "notifications": 3,
           *         "messages": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["UnreadAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  count_unread: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "notifications": 3,
           *         "messages": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["UnreadAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_notification_settings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "language": "zh",
           *         "quiet_from": "22:00",
           *         "quiet_until": "22:00",
           *         "channels": [
           *           {
           *             "channel": "sms",
           *             "available": true,
           *             "ready": true
           *           }
           *         ],
           *         "kinds": [
           *           {
           *             "kind": "accepted",
           *             "name": "小院",
           *             "section": "guest",
           *             "locked": true,
           *             "push": true,
           *             "mail": true,
           *             "sms": true
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["NotificationSettingsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_notification_settings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "language": "zh",
         *       "quiet": true,
         *       "quiet_from": "22:00",
         *       "quiet_until": "22:00",
         *       "choices": [
         *         {
         *           "kind": "booked",
         *           "channel": "sms",
         *           "on": true
         *         }
         *       ]
         *     }
         */
        "application/json": components["schemas"]["SettingsForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "language": "zh",
           *         "quiet_from": "22:00",
           *         "quiet_until": "22:00",
           *         "channels": [
           *           {
           *             "channel": "sms",
           *             "available": true,
           *             "ready": true
           *           }
           *         ],
           *         "kinds": [
           *           {
           *             "kind": "accepted",
           *             "name": "小院",
           *             "section": "guest",
           *             "locked": true,
           *             "push": true,
           *             "mail": true,
           *             "sms": true
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["NotificationSettingsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_events: {
    parameters: {
      query?: {
        /** @description The number of the last event that the client has read; 0 for all. */
        after?: number;
        /** @description How many events a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "events": [
           *           {
           *             "id": 7,
           *             "type": "order.accepted",
           *             "version": 7,
           *             "subject": {
           *               "kind": "order",
           *               "id": 7
           *             },
           *             "time": "2026-11-21T14:30:00+08:00",
           *             "data": {}
           *           }
           *         ],
           *         "next": 7,
           *         "latest": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["EventsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  follow_events: {
    parameters: {
      query?: {
        /** @description The number of the last event that the client has read. The header Last-Event-ID goes first. */
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/event-stream": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften; 4202 TooOftenFromAddress */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_thread: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "thread_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["ThreadIdAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_order_thread: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The order's id. */
        order_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "thread_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["ThreadIdAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_threads: {
    parameters: {
      query?: {
        /** @description Only threads that hold this text, in a recent message, the house's title or the other's name. */
        q?: string;
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many threads a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "threads": [
           *           {
           *             "thread_id": 7,
           *             "role": "custom",
           *             "house_id": 7,
           *             "title": "小院",
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_id": 7,
           *             "user_name": "小院",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "unread": 3,
           *             "last": {
           *               "message_id": 7,
           *               "kind": "message",
           *               "mine": true,
           *               "text": "小院",
           *               "images": [
           *                 {
           *                   "image_id": 7,
           *                   "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                   "sizes": {},
           *                   "width": 3,
           *                   "height": 3,
           *                   "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *                 }
           *               ],
           *               "links": [
           *                 {
           *                   "text": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                   "host": "ihome.example"
           *                 }
           *               ],
           *               "warning": true,
           *               "client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11",
           *               "event": "order.accepted",
           *               "order_id": 7,
           *               "time": "2026-11-21T14:30:00+08:00"
           *             }
           *           }
           *         ],
           *         "next": 7,
           *         "unread": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["ThreadsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_thread: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The thread's id. */
        thread_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "thread": {
           *           "thread_id": 7,
           *           "role": "custom",
           *           "house_id": 7,
           *           "title": "小院",
           *           "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "user_id": 7,
           *           "user_name": "小院",
           *           "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *           "unread": 3,
           *           "last": {
           *             "message_id": 7,
           *             "kind": "message",
           *             "mine": true,
           *             "text": "小院",
           *             "images": [
           *               {
           *                 "image_id": 7,
           *                 "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                 "sizes": {},
           *                 "width": 3,
           *                 "height": 3,
           *                 "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *               }
           *             ],
           *             "links": [
           *               {
           *                 "text": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                 "host": "ihome.example"
           *               }
           *             ],
           *             "warning": true,
           *             "client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11",
           *             "event": "order.accepted",
           *             "order_id": 7,
           *             "time": "2026-11-21T14:30:00+08:00"
           *           },
           *           "read_id": 3,
           *           "other_read_id": 3,
           *           "blocked": true,
           *           "order": {
           *             "order_id": 7,
           *             "status": "WAIT_ACCEPT",
           *             "start_date": "2026-12-24",
           *             "end_date": "2026-12-24",
           *             "guests": 3
           *           }
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["ThreadPageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchThread */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_messages: {
    parameters: {
      query?: {
        /** @description Only messages before this id. */
        before?: number;
        /** @description Only messages behind this id; it takes precedence over `before`. */
        after?: number;
        /** @description How many messages at most. */
        size?: number;
      };
      header?: never;
      path: {
        /** @description The thread's id. */
        thread_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "messages": [
           *           {
           *             "message_id": 7,
           *             "kind": "message",
           *             "mine": true,
           *             "text": "小院",
           *             "images": [
           *               {
           *                 "image_id": 7,
           *                 "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                 "sizes": {},
           *                 "width": 3,
           *                 "height": 3,
           *                 "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *               }
           *             ],
           *             "links": [
           *               {
           *                 "text": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                 "host": "ihome.example"
           *               }
           *             ],
           *             "warning": true,
           *             "client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11",
           *             "event": "order.accepted",
           *             "order_id": 7,
           *             "time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "more": true,
           *         "read_id": 3,
           *         "other_read_id": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["MessagesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchThread */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  send_message: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The thread's id. */
        thread_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11",
         *       "text": "请问可以早一点入住吗？"
         *     }
         */
        "application/json": components["schemas"]["MessageForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "message": {
           *           "message_id": 7,
           *           "kind": "message",
           *           "mine": true,
           *           "text": "小院",
           *           "images": [
           *             {
           *               "image_id": 7,
           *               "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *               "sizes": {},
           *               "width": 3,
           *               "height": 3,
           *               "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *             }
           *           ],
           *           "links": [
           *             {
           *               "text": "https://ihome.example/media/houses/0a1b-800.jpg",
           *               "host": "ihome.example"
           *             }
           *           ],
           *           "warning": true,
           *           "client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11",
           *           "event": "order.accepted",
           *           "order_id": 7,
           *           "time": "2026-11-21T14:30:00+08:00"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["SentMessageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchThread */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 BlockedByYourself */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_message_image: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The thread's id. */
        thread_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": {
          /**
           * Format: binary
           * @description JPEG, PNG or WebP.
           */
          image: Blob;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "image_id": 7,
           *         "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *         "sizes": {},
           *         "width": 3,
           *         "height": 3,
           *         "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *       }
           *     }
           */
          "application/json": components["schemas"]["ImageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchThread */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4302 FileError */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_read_mark: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The thread's id. */
        thread_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "message_id": 7
         *     }
         */
        "application/json": components["schemas"]["ReadMarkForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "read_id": 3
           *       }
           *     }
           */
          "application/json": components["schemas"]["ReadAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchThread */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  block_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The user's id. */
        user_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchPartner */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  unblock_user: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The user's id. */
        user_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  report_message: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The message's id. */
        message_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "要求在平台外付款"
         *     }
         */
        "application/json": components["schemas"]["ReportForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchMessage */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_quick_replies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "replies": [
           *           "入住时间是 15:00 以后。"
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["QuickRepliesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_quick_replies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "replies": [
         *         "入住时间是 15:00 以后。"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["QuickRepliesForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "replies": [
           *           "入住时间是 15:00 以后。"
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["QuickRepliesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_own_houses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00",
           *             "review": "pending",
           *             "review_reason": "小院",
           *             "online": true,
           *             "address_detail": "小院"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["OwnHousesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_house_online: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "online": true
         *     }
         */
        "application/json": components["schemas"]["HouseStatusForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  set_house_instant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "instant": true
         *     }
         */
        "application/json": components["schemas"]["InstantBookingForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_arrival_guide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "directions": "小院",
           *         "door_code": "小院",
           *         "wifi_name": "小院",
           *         "wifi_password": "小院",
           *         "manual": "小院"
           *       }
           *     }
           */
          "application/json": components["schemas"]["ArrivalGuideAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  replace_arrival_guide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "directions": "地铁 6 号线南锣鼓巷站 E 口。",
         *       "door_code": "2580#",
         *       "wifi_name": "siheyuan",
         *       "wifi_password": "welcome-home",
         *       "manual": "热水器的开关在浴室门后。"
         *     }
         */
        "application/json": components["schemas"]["ArrivalForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  sort_house_images: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "images": [
         *         9,
         *         7
         *       ]
         *     }
         */
        "application/json": components["schemas"]["ImageOrderForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_house_image: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": {
          /**
           * Format: binary
           * @description JPEG, PNG or WebP.
           */
          house_image: Blob;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "image_id": 7,
           *         "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *         "sizes": {},
           *         "width": 3,
           *         "height": 3,
           *         "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *       }
           *     }
           */
          "application/json": components["schemas"]["ImageAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4302 FileError */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_house_image: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
        /** @description The picture's id. */
        image_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse, NoData */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 TooFewPictures */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_house_drafts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "drafts": [
           *           {
           *             "draft_id": 7,
           *             "version": 1,
           *             "content": {
           *               "title": "南锣鼓巷四合院"
           *             },
           *             "update_time": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["DraftsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_house_draft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "content": {
         *         "title": "南锣鼓巷四合院"
         *       }
         *     }
         */
        "application/json": components["schemas"]["DraftContentForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "draft_id": 7,
           *         "version": 1
           *       }
           *     }
           */
          "application/json": components["schemas"]["DraftVersionAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_house_draft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The draft's id. */
        draft_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "draft_id": 7,
           *         "version": 1,
           *         "content": {
           *           "title": "南锣鼓巷四合院"
           *         },
           *         "update_time": "2026-11-21T14:30:00+08:00"
           *       }
           *     }
           */
          "application/json": components["schemas"]["DraftAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchDraft */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  replace_house_draft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The draft's id. */
        draft_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "content": {
         *         "title": "南锣鼓巷四合院"
         *       },
         *       "version": 1
         *     }
         */
        "application/json": components["schemas"]["DraftChangeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "draft_id": 7,
           *         "version": 1
           *       }
           *     }
           */
          "application/json": components["schemas"]["DraftVersionAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchDraft */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 StaleDraft */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_house_draft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The draft's id. */
        draft_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchDraft */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  publish_house_draft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The draft's id. */
        draft_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "南锣鼓巷四合院",
         *       "price": 39900,
         *       "area_id": 1,
         *       "address": "南锣鼓巷 15 号",
         *       "room_count": 2,
         *       "acreage": 60,
         *       "unit": "两室一厅",
         *       "capacity": 4,
         *       "beds": "双人床 1.8 米 2 张",
         *       "deposit": 20000,
         *       "min_days": 1,
         *       "max_days": 0
         *     }
         */
        "application/json": components["schemas"]["DraftPublishForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["HouseIdAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 RealNameRequired, NoSuchUser; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchDraft */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_host_calendar: {
    parameters: {
      query?: {
        /** @description The first night; today if it is left out. */
        from?: string;
        /** @description How many nights to show. */
        nights?: number;
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many houses a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "start_date": "2026-12-24",
           *         "end_date": "2026-12-24",
           *         "houses": [
           *           {
           *             "review": "pending",
           *             "review_reason": "小院",
           *             "online": true,
           *             "house_id": 7,
           *             "title": "小院",
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "prices": [
           *               39900
           *             ],
           *             "taken": [
           *               {
           *                 "date": "2026-12-24",
           *                 "taken_by": "order",
           *                 "order_id": 7
           *               }
           *             ]
           *           }
           *         ],
           *         "next": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["HostCalendarAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  suggest_price: {
    parameters: {
      query: {
        /** @description The id of the district. */
        area_id: number;
        /** @description How many rooms it has. */
        room_count: number;
        /** @description How many guests it takes. */
        capacity: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "house_count": 3,
           *         "low": 39900,
           *         "high": 39900
           *       }
           *     }
           */
          "application/json": components["schemas"]["PriceSuggestionAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_calendar_feeds: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "export_url": "https://ihome.example/ical/0000000000000000000000000000000000000000000000000000000000000000.ics",
           *         "feeds": [
           *           {
           *             "feed_id": 7,
           *             "url": "https://calendar.example/house.ics",
           *             "nights": 3,
           *             "conflicts": 3,
           *             "error": "小院",
           *             "failures": 3,
           *             "failing_since": "2026-11-21T14:30:00+08:00",
           *             "fetched": "2026-11-21T14:30:00+08:00",
           *             "next_fetch": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["HouseCalendarsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  connect_calendar_feed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://calendar.example/house.ics"
         *     }
         */
        "application/json": components["schemas"]["FeedUrlForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "feed_id": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["FeedIdAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  disconnect_calendar_feed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
        /** @description The calendar's id. */
        feed_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse, NoSuchCalendar */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  renew_calendar_export: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "export_url": "https://ihome.example/ical/0000000000000000000000000000000000000000000000000000000000000000.ics"
           *       }
           *     }
           */
          "application/json": components["schemas"]["ExportUrlAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  export_calendar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The secret. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/calendar; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchCalendar */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  take_payment_notice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "sign": "AAAA"
         *     }
         */
        "application/x-www-form-urlencoded": components["schemas"]["PaymentNoticeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/plain; charset=UTF-8": string;
        };
      };
      /** @description 4004 DataError; 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchOrder */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_payment_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description ihome's number for the payment. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchPath */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  pay_locally: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description ihome's number for the payment. */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchPath */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4301 OutboundServiceError */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_houses_in_review: {
    parameters: {
      query?: {
        /** @description The state of their review. */
        status?: "pending" | "approved" | "rejected";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "houses": [
           *           {
           *             "house_id": 7,
           *             "title": "小院",
           *             "price": 39900,
           *             "area_id": 7,
           *             "area_name": "小院",
           *             "address": "小院",
           *             "room_count": 3,
           *             "acreage": 3,
           *             "capacity": 3,
           *             "bed_count": 3,
           *             "lat": 39.916527,
           *             "lng": 116.397128,
           *             "order_count": 3,
           *             "rating": 4.8,
           *             "review_count": 3,
           *             "instant": true,
           *             "image_url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "user_avatar": "https://ihome.example/media/houses/0a1b-800.jpg",
           *             "create_time": "2026-11-21T14:30:00+08:00",
           *             "user_id": 7,
           *             "user_name": "小院",
           *             "beds": "小院",
           *             "unit": "小院",
           *             "deposit": 39900,
           *             "min_days": 3,
           *             "max_days": 3,
           *             "description": "小院",
           *             "bedrooms": [
           *               {
           *                 "name": "小院",
           *                 "beds": [
           *                   {
           *                     "kind": "single",
           *                     "count": 3
           *                   }
           *                 ]
           *               }
           *             ],
           *             "rules": "小院",
           *             "stay_rules": {
           *               "min_nights": 2,
           *               "max_nights": 2,
           *               "notice_days": 3,
           *               "notice_hour": 18,
           *               "window_days": 3,
           *               "weekday_min_nights": [
           *                 0,
           *                 0,
           *                 0,
           *                 0,
           *                 2,
           *                 2,
           *                 0
           *               ],
           *               "weekday_max_nights": [
           *                 0,
           *                 0,
           *                 0,
           *                 0,
           *                 2,
           *                 2,
           *                 0
           *               ],
           *               "seasons": [
           *                 {
           *                   "first_day": "2026-12-24",
           *                   "last_day": "2026-12-24",
           *                   "min_nights": 2,
           *                   "max_nights": 2
           *                 }
           *               ],
           *               "no_arrival_weekdays": [
           *                 7
           *               ],
           *               "no_departure_weekdays": [
           *                 7
           *               ],
           *               "no_arrival_dates": [
           *                 "2026-12-24"
           *               ],
           *               "no_departure_dates": [
           *                 "2026-12-24"
           *               ],
           *               "fills_gaps": true,
           *               "included_guests": 3,
           *               "extra_guest_price": 39900
           *             },
           *             "check_in_from": "15:00",
           *             "check_out_until": "15:00",
           *             "weekend_price": 39900,
           *             "cleaning_fee": 39900,
           *             "cancellation": "flexible",
           *             "datum": "gcj02",
           *             "images": [
           *               {
           *                 "image_id": 7,
           *                 "url": "https://ihome.example/media/houses/0a1b-800.jpg",
           *                 "sizes": {},
           *                 "width": 3,
           *                 "height": 3,
           *                 "blurhash": "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"
           *               }
           *             ],
           *             "facilities": [
           *               {
           *                 "facility_id": 7,
           *                 "name": "小院"
           *               }
           *             ],
           *             "review": "pending",
           *             "review_reason": "小院",
           *             "online": true,
           *             "address_detail": "小院",
           *             "prices": {
           *               "price": 39900,
           *               "weekend_price": 39900,
           *               "cleaning_fee": 39900,
           *               "weekly_discount": 10,
           *               "monthly_discount": 10,
           *               "cancellation": "flexible"
           *             },
           *             "revision": 3,
           *             "changes": {
           *               "before": {
           *                 "title": "小院"
           *               },
           *               "images_added": [
           *                 7
           *               ],
           *               "images_removed": 3
           *             }
           *           }
           *         ],
           *         "counts": {
           *           "pending": 3,
           *           "approved": 3,
           *           "rejected": 3
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["CandidatesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 WrongRole, InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  review_house: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The house's id. */
        house_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "approve": true,
         *       "revision": 1
         *     }
         */
        "application/json": components["schemas"]["HouseReviewForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 WrongRole, InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchHouse */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 StaleRevision, TooFewPictures */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_reports: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many reports a page has. */
        size?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "reports": [
           *           {
           *             "report_id": 7,
           *             "reason": "小院",
           *             "time": "2026-11-21T14:30:00+08:00",
           *             "reporter_id": 7,
           *             "reporter_name": "小院",
           *             "message_id": 7,
           *             "text": "小院",
           *             "sent_time": "2026-11-21T14:30:00+08:00",
           *             "sender_id": 7,
           *             "sender_name": "小院",
           *             "thread_id": 7,
           *             "house_id": 7,
           *             "title": "小院"
           *           }
           *         ],
           *         "next": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["ReportsAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 NoSuchUser; 4105 WrongRole, InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_api_keys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "keys": [
           *           {
           *             "id": 7,
           *             "name": "小院",
           *             "scopes": [
           *               "orders:read"
           *             ],
           *             "ending": "x7Qd",
           *             "created": "2026-11-21T14:30:00+08:00",
           *             "expires": "2026-11-21T14:30:00+08:00",
           *             "used": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["ApiKeysAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_api_key: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "房态管家",
         *       "scopes": [
         *         "orders:read"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["ApiKeyForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "id": 7,
           *         "key": "ihk_0000000000000000000000000000000000000000000000000"
           *       }
           *     }
           */
          "application/json": components["schemas"]["NewApiKeyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 SignInAgain; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_api_key: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The key's id. */
        key_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchKey */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_webhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "webhooks": [
           *           {
           *             "id": 7,
           *             "url": "https://channel.example/ihome",
           *             "types": [
           *               "order.booked"
           *             ],
           *             "enabled": true,
           *             "disabled": "failing",
           *             "failing_since": "2026-11-21T14:30:00+08:00",
           *             "previous_secret_until": "2026-11-21T14:30:00+08:00",
           *             "created": "2026-11-21T14:30:00+08:00"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["WebhooksAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  add_webhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://channel.example/ihome"
         *     }
         */
        "application/json": components["schemas"]["WebhookForm"];
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "id": 7,
           *         "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *       }
           *     }
           */
          "application/json": components["schemas"]["WebhookSecretAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 SignInAgain; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 QuotaExceeded */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  change_webhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://channel.example/ihome",
         *       "enabled": true
         *     }
         */
        "application/json": components["schemas"]["WebhookChangeForm"];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4104 SignInAgain; 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  remove_webhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  renew_webhook_secret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "id": 7,
           *         "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *       }
           *     }
           */
          "application/json": components["schemas"]["WebhookSecretAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  send_webhook_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "message_id": "test-0a1b2c3d4e5f6071"
           *       }
           *     }
           */
          "application/json": components["schemas"]["WebhookTestAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 WebhookDisabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  list_webhook_deliveries: {
    parameters: {
      query?: {
        /** @description The `next` of the page before. */
        after?: number;
        /** @description How many deliveries a page has. */
        size?: number;
      };
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "deliveries": [
           *           {
           *             "id": 7,
           *             "message_id": "7-42",
           *             "type": "order.booked",
           *             "state": "delivered",
           *             "attempts": 3,
           *             "next_attempt": "2026-11-21T14:30:00+08:00",
           *             "created": "2026-11-21T14:30:00+08:00"
           *           }
           *         ],
           *         "next": 7
           *       }
           *     }
           */
          "application/json": components["schemas"]["DeliveriesAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_webhook_delivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
        /** @description The delivery's id. */
        delivery_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "delivery": {
           *           "id": 7,
           *           "message_id": "7-42",
           *           "type": "order.booked",
           *           "state": "delivered",
           *           "attempts": 3,
           *           "next_attempt": "2026-11-21T14:30:00+08:00",
           *           "created": "2026-11-21T14:30:00+08:00"
           *         },
           *         "body": "小院",
           *         "attempts": [
           *           {
           *             "time": "2026-11-21T14:30:00+08:00",
           *             "milliseconds": 3,
           *             "status": 204,
           *             "error": "timeout",
           *             "answer": "ok"
           *           }
           *         ]
           *       }
           *     }
           */
          "application/json": components["schemas"]["LoggedDeliveryAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  send_webhook_again: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The webhook's id. */
        webhook_id: number;
        /** @description The delivery's id. */
        delivery_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4101 NotSignedIn */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4105 InsufficientScope; 4201 CrossSite */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4002 NoSuchWebhook */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4004 WebhookDisabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 BodyTooLarge */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4103 UnsupportedMediaType */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4201 TooOften */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_openapi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.oai.openapi+json;version=3.1": Record<string, never>;
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  show_docs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html; charset=UTF-8": string;
        };
      };
      /** @description Unchanged since the ETag of If-None-Match. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  check_liveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {}
           *     }
           */
          "application/json": components["schemas"]["EmptyAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
    };
  };
  check_readiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "database": true,
           *         "writable": true,
           *         "redis": true,
           *         "draining": true
           *       }
           *     }
           */
          "application/json": components["schemas"]["ReadinessAnswer"];
        };
      };
      /** @description 4103 BadParameters */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description 4500 ServerError */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refusal"];
        };
      };
      /** @description Done. Or a refusal: 4001 DatabaseError; 4500 Overloaded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "errno": 0,
           *       "errmsg": "OK",
           *       "data": {
           *         "database": true,
           *         "writable": true,
           *         "redis": true,
           *         "draining": true
           *       }
           *     }
           */
          "application/json": components["schemas"]["ReadinessAnswer"] | components["schemas"]["Refusal"];
        };
      };
    };
  };
}
