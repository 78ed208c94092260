"""Every URL: verb, path, endpoint, surface, rules. A route that is not PUBLIC needs a signed-in user."""

from dataclasses import replace

from handlers.accounts import ajax_compat as account_compat
from handlers.accounts import auth, captcha, consents, profile, sms, tokens
from handlers.accounts import pages as account_pages
from handlers.api.routing import CHANGES, COMMAS, EFFECT, NOINDEX, ONCE, PUBLIC, SHARED, Route, Upload
from handlers.api.surfaces import AJAX, HTML, PAGE, REST
from handlers.houses import (
    ajax_compat,
    calendar_sync,
    catalogue,
    drafts,
    favourites,
    host_calendar,
    hosting,
    moderation,
    prices,
    reviews,
)
from handlers.houses import ajax_compat_views as house_compat
from handlers.houses import pages as house_pages
from handlers.orders import ajax_compat as order_compat
from handlers.orders import orders, payments
from handlers.orders import pages as order_pages
from handlers.site import content, design, health, openapi, pages

AVATAR = Upload("avatar_bytes", ("avatar", "avator"))
HOUSE_IMAGE = Upload("house_image_bytes", ("house_image",))


_HOUR = 3600


def _section(tag: str, *routes: Route) -> tuple[Route, ...]:
    return tuple(replace(route, tag=tag) for route in routes)


TAGS = (
    ("Accounts", "Codes, registering, signing in, passwords, devices."),
    ("Profile", "A user's name and picture, and the real-name check."),
    ("Houses", "Finding houses, and what they cost."),
    ("Favourites", "Houses that a user has marked."),
    ("Orders", "Booking a stay, and the steps of an order."),
    ("Hosting", "Publishing houses, their pictures, prices and calendars."),
    ("Calendar sync", "Calendars of other platforms (RFC 5545), and the house's own for them."),
    ("Payments", "Notices of the payment service; development's own pay page."),
    ("Moderation", "What admins decide about houses."),
    ("Operations", "For load balancers, monitors and developers."),
    ("AJAX accounts", "Accounts, under the names of documents 000 and 003."),
    ("AJAX houses", "Compatibility routes for older pages: houses."),
    ("AJAX orders", "Compatibility routes for older pages: orders."),
)
"""The sections of the API's document, in the order in which a newcomer needs them."""

ROUTES = (
    *_section(
        "Accounts",
        Route(
            "GET",
            "/api/v1.0/imagecode/<id>",
            captcha.picture,
            REST,
            PUBLIC | EFFECT,
            content_type="image/jpeg",
            name="draw_picture_code",
        ),
        Route(
            "GET",
            "/api/v1.0/smscode/<mobile>",
            sms.send,
            REST,
            PUBLIC | CHANGES | COMMAS,
            message="发送成功",
            name="send_registration_code",
        ),
        Route(
            "POST", "/api/v1.0/smscode", sms.send_for_purpose, REST, PUBLIC, message="发送成功", name="send_sms_code"
        ),
        Route("GET", "/api/v1.0/terms", consents.show, REST, PUBLIC | SHARED, name="show_terms"),
        Route("POST", "/api/v1.0/users", auth.register, REST, PUBLIC),
        Route("POST", "/api/v1.0/user/consents", consents.agree, REST, name="agree_to_terms"),
        Route("POST", "/api/v1.0/sessions", auth.login_either_way, REST, PUBLIC, name="login"),
        Route("POST", "/api/v1.0/tokens", tokens.issue, REST, PUBLIC, status=201, name="issue_tokens"),
        Route("POST", "/api/v1.0/tokens/refresh", tokens.refresh, REST, PUBLIC, name="refresh_tokens"),
        Route("GET", "/api/v1.0/session", auth.check_login, REST),
        Route("DELETE", "/api/v1.0/session", auth.logout, REST),
        Route("POST", "/api/v1.0/password/reset", auth.reset_password, REST, PUBLIC),
        Route("PUT", "/api/v1.0/user/password", auth.change_password, REST),
        Route("GET", "/api/v1.0/user/sessions", auth.list_sessions, REST),
        Route("DELETE", "/api/v1.0/user/sessions/<session_id>", auth.end_session, REST),
    ),
    *_section(
        "Profile",
        Route("GET", "/api/v1.0/user", profile.show, REST, name="show_profile"),
        Route("POST", "/api/v1.0/user/avatar", profile.set_avatar, REST, upload=AVATAR, message="头像上传成功"),
        Route("PUT", "/api/v1.0/user/name", profile.rename, REST, name="set_name"),
        Route("GET", "/api/v1.0/user/auth", profile.show_real_name, REST),
        Route("POST", "/api/v1.0/user/auth", profile.set_real_name, REST),
    ),
    *_section(
        "Houses",
        Route("GET", "/api/v1.0/areas", catalogue.list_areas, REST, PUBLIC | SHARED, max_age=_HOUR),
        Route("GET", "/api/v1.0/facilities", catalogue.list_facilities, REST, PUBLIC | SHARED, max_age=_HOUR),
        Route("GET", "/api/v1.0/houses", catalogue.search, REST, PUBLIC | SHARED, name="search_houses"),
        Route(
            "GET", "/api/v1.0/houses/index", catalogue.list_popular, REST, PUBLIC | SHARED, name="list_popular_houses"
        ),
        Route("GET", "/api/v1.0/houses/facets", catalogue.show_facets, REST, PUBLIC | SHARED, name="count_houses"),
        Route("GET", "/api/v1.0/houses/pins", catalogue.list_pins, REST, PUBLIC | SHARED, name="list_house_pins"),
        Route("GET", "/api/v1.0/houses/<house_id>", catalogue.show, REST, PUBLIC | SHARED, name="show_house"),
        Route("GET", "/api/v1.0/houses/<house_id>/calendar", catalogue.show_calendar, REST, PUBLIC | SHARED),
        Route("GET", "/api/v1.0/houses/<house_id>/prices", prices.show, REST, PUBLIC | SHARED, name="show_prices"),
        Route("GET", "/api/v1.0/houses/<house_id>/reviews", reviews.list_reviews, REST, PUBLIC | SHARED),
        Route("GET", "/api/v1.0/houses/<house_id>/similar", reviews.list_similar, REST, PUBLIC | SHARED),
        Route("GET", "/api/v1.0/hosts/<user_id>", reviews.show_host, REST, PUBLIC | SHARED),
        Route("GET", "/api/v1.0/houses/<house_id>/quote", orders.quote, REST, PUBLIC | SHARED, name="quote_stay"),
    ),
    *_section(
        "Favourites",
        Route("GET", "/api/v1.0/user/favourites", favourites.list_favourites, REST),
        Route("GET", "/api/v1.0/user/favourites/ids", favourites.list_ids, REST, name="list_favourite_ids"),
        Route("GET", "/api/v1.0/user/favourites/<house_id>", favourites.show, REST, name="show_favourite"),
        Route("PUT", "/api/v1.0/user/favourites/<house_id>", favourites.add, REST, name="add_favourite"),
        Route("DELETE", "/api/v1.0/user/favourites/<house_id>", favourites.remove, REST, name="remove_favourite"),
    ),
    *_section(
        "Orders",
        Route("POST", "/api/v1.0/orders", orders.book, REST, ONCE, status=201, name="book_stay"),
        Route("GET", "/api/v1.0/user/orders", orders.list_orders, REST),
        Route("GET", "/api/v1.0/user/notices", orders.list_notices, REST),
        Route("GET", "/api/v1.0/orders/<order_id>", orders.show, REST, name="show_order"),
        Route("PUT", "/api/v1.0/orders/<order_id>/status", orders.act, REST, name="change_order"),
        Route("PUT", "/api/v1.0/orders/<order_id>/comment", orders.comment, REST, name="comment_on_stay"),
        Route("PUT", "/api/v1.0/orders/<order_id>/reply", orders.reply, REST, name="reply_to_comment"),
    ),
    *_section(
        "Hosting",
        Route("GET", "/api/v1.0/user/houses", hosting.list_houses, REST, name="list_own_houses"),
        Route("POST", "/api/v1.0/houses", hosting.publish, REST, status=201, name="publish_house"),
        Route("PUT", "/api/v1.0/houses/<house_id>", hosting.change, REST, name="replace_house"),
        Route("DELETE", "/api/v1.0/houses/<house_id>", hosting.delete, REST, name="delete_house"),
        Route("PUT", "/api/v1.0/houses/<house_id>/status", hosting.set_online, REST, name="set_house_online"),
        Route(
            "POST",
            "/api/v1.0/houses/<house_id>/images",
            hosting.add_image,
            REST,
            upload=HOUSE_IMAGE,
            status=201,
            name="add_house_image",
        ),
        Route("PUT", "/api/v1.0/houses/<house_id>/images", hosting.order_images, REST, name="sort_house_images"),
        Route(
            "DELETE",
            "/api/v1.0/houses/<house_id>/images/<image_id>",
            hosting.remove_image,
            REST,
            name="remove_house_image",
        ),
        Route("PUT", "/api/v1.0/houses/<house_id>/calendar", hosting.block_nights, REST),
        Route("GET", "/api/v1.0/user/house-drafts", drafts.list_drafts, REST, name="list_house_drafts"),
        Route("POST", "/api/v1.0/user/house-drafts", drafts.add, REST, status=201, name="add_house_draft"),
        Route("GET", "/api/v1.0/user/house-drafts/<draft_id>", drafts.show, REST, name="show_house_draft"),
        Route("PUT", "/api/v1.0/user/house-drafts/<draft_id>", drafts.change, REST, name="replace_house_draft"),
        Route("DELETE", "/api/v1.0/user/house-drafts/<draft_id>", drafts.remove, REST, name="remove_house_draft"),
        Route(
            "POST",
            "/api/v1.0/user/house-drafts/<draft_id>/house",
            drafts.publish,
            REST,
            status=201,
            name="publish_house_draft",
        ),
        Route("GET", "/api/v1.0/user/calendar", host_calendar.show, REST, name="show_host_calendar"),
        Route("GET", "/api/v1.0/user/price-suggestion", drafts.suggest_price, REST, name="suggest_price"),
        Route("PUT", "/api/v1.0/houses/<house_id>/prices", prices.change, REST, name="set_prices"),
    ),
    *_section(
        "Calendar sync",
        Route("GET", "/api/v1.0/houses/<house_id>/feeds", calendar_sync.show, REST, name="show_calendar_feeds"),
        Route(
            "POST",
            "/api/v1.0/houses/<house_id>/feeds",
            calendar_sync.connect,
            REST,
            status=201,
            name="connect_calendar_feed",
        ),
        Route(
            "DELETE",
            "/api/v1.0/houses/<house_id>/feeds/<feed_id>",
            calendar_sync.disconnect,
            REST,
            name="disconnect_calendar_feed",
        ),
        Route(
            "POST",
            "/api/v1.0/houses/<house_id>/calendar/export",
            calendar_sync.renew,
            REST,
            name="renew_calendar_export",
        ),
        Route(
            "GET",
            "/ical/<token>.ics",
            calendar_sync.export,
            REST,
            PUBLIC,
            content_type="text/calendar; charset=UTF-8",
            name="export_calendar",
        ),
    ),
    *_section(
        "Payments",
        Route(
            "POST",
            "/api/v1.0/payments/notice",
            payments.notice,
            REST,
            PUBLIC,
            content_type="text/plain; charset=UTF-8",
            name="take_payment_notice",
        ),
        Route("GET", "/pay/<number>", payments.page, REST, PUBLIC, content_type=HTML, name="show_payment_page"),
        Route("POST", "/pay/<number>", payments.pay, REST, PUBLIC, content_type=HTML, name="pay_locally"),
    ),
    *_section(
        "Moderation",
        Route("GET", "/api/v1.0/admin/houses", moderation.list_houses, REST, name="list_houses_in_review"),
        Route("PUT", "/api/v1.0/admin/houses/<house_id>/review", moderation.review, REST, name="review_house"),
    ),
    *_section(
        "Operations",
        Route(
            "GET",
            "/api/v1.0/openapi.json",
            openapi.show,
            REST,
            PUBLIC | SHARED,
            content_type=openapi.MEDIA_TYPE,
            max_age=_HOUR,
            name="show_openapi",
        ),
        Route("GET", "/docs", openapi.page, REST, PUBLIC | SHARED, content_type=HTML, name="show_docs"),
        Route("GET", "/livez", health.live, REST, PUBLIC, name="check_liveness"),
        Route("GET", "/readyz", health.ready, REST, PUBLIC, also=(503,), name="check_readiness"),
    ),
    *_section(
        "AJAX accounts",
        Route(
            "GET", "/api/pitcode", captcha.picture, AJAX, PUBLIC | EFFECT, content_type="image/jpeg", deprecated=True
        ),
        Route("GET", "/api/imagecode", captcha.picture, AJAX, PUBLIC | EFFECT, content_type="image/jpeg"),
        Route("POST", "/api/smscode", sms.send, AJAX, PUBLIC, message="发送成功"),
        Route("POST", "/api/register", auth.register_confirmed, AJAX, PUBLIC),
        Route("POST", "/api/login", auth.login, AJAX, PUBLIC),
        Route("GET", "/api/check_login", auth.check_login, AJAX, ajax=account_compat.identity),
        Route("GET", "/api/logout", auth.logout, AJAX, CHANGES),
        Route("POST", "/api/logout", auth.logout, AJAX),
        Route("GET", "/api/profile", profile.show, AJAX, ajax=account_compat.user_profile),
        Route("POST", "/api/profile/avatar", account_compat.set_avatar, AJAX, upload=AVATAR, message="头像上传成功"),
        Route(
            "POST",
            "/api/profile/avator",
            account_compat.set_avatar,
            AJAX,
            upload=AVATAR,
            deprecated=True,
            message="头像上传成功",
        ),
        Route("GET", "/api/profile/name", profile.show_name, AJAX, ajax=account_compat.name),
        Route("POST", "/api/profile/name", profile.rename, AJAX, ajax=account_compat.name),
        Route("GET", "/api/profile/auth", profile.show_real_name, AJAX, ajax=account_compat.real_name),
        Route("POST", "/api/profile/auth", profile.set_real_name, AJAX),
    ),
    *_section(
        "AJAX houses",
        Route("POST", "/api/house/newhouse", hosting.publish_in_yuan, AJAX, ajax=house_compat.published),
        Route("GET", "/api/house/area", catalogue.list_areas, AJAX, PUBLIC | SHARED, ajax=house_compat.areas),
        Route("GET", "/api/house/index", ajax_compat.index, AJAX, PUBLIC | SHARED),
        Route("GET", "/api/house/list", ajax_compat.search, AJAX, PUBLIC | SHARED),
        Route("GET", "/api/house/list2", ajax_compat.search, AJAX, PUBLIC | SHARED, deprecated=True),
        Route("GET", "/api/house/info", ajax_compat.show, AJAX, PUBLIC | SHARED),
        Route("POST", "/api/house/info", hosting.publish_in_yuan, AJAX, ajax=house_compat.published, deprecated=True),
        Route("POST", "/api/house/image", hosting.add_image, AJAX, upload=HOUSE_IMAGE, ajax=house_compat.uploaded),
        Route("GET", "/api/house/my", hosting.list_houses, AJAX, ajax=house_compat.own_houses),
        Route("GET", "/api/house/myhouse", hosting.list_houses, AJAX, ajax=house_compat.own_houses, deprecated=True),
    ),
    *_section(
        "AJAX orders",
        Route("POST", "/api/order", orders.book, AJAX, ONCE, ajax=order_compat.booked),
        Route("GET", "/api/order/my", order_compat.list_orders, AJAX),
        Route("POST", "/api/order/accept", orders.accept, AJAX),
        Route("POST", "/api/order/reject", orders.reject, AJAX),
        Route("POST", "/api/order/comment", orders.comment_without_rating, AJAX),
    ),
    # Pages for browsers; scripts load the rest through the REST surface
    Route("GET", "/", house_pages.index, PAGE, PUBLIC | SHARED, content_type=HTML),
    Route("GET", "/design", design.page, PAGE, PUBLIC, content_type=HTML),
    Route("GET", "/search", house_pages.search, PAGE, PUBLIC | SHARED, content_type=HTML, address_fields=("aid",)),
    Route("GET", "/houses/<house_id>", house_pages.house, PAGE, PUBLIC | SHARED, content_type=HTML),
    Route("GET", "/houses/<house_id>/book", order_pages.book, PAGE, content_type=HTML),
    Route("POST", "/houses/<house_id>/book", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/login", account_pages.login, PAGE, PUBLIC | SHARED | NOINDEX, content_type=HTML),
    Route("POST", "/login", pages.form_without_script, PAGE, PUBLIC, content_type=HTML),
    Route("GET", "/register", account_pages.register, PAGE, PUBLIC | SHARED | NOINDEX, content_type=HTML),
    Route("POST", "/register", pages.form_without_script, PAGE, PUBLIC, content_type=HTML),
    Route("GET", "/reset", account_pages.reset, PAGE, PUBLIC | SHARED | NOINDEX, content_type=HTML),
    Route("POST", "/reset", pages.form_without_script, PAGE, PUBLIC, content_type=HTML),
    Route("GET", "/me", account_pages.me, PAGE, content_type=HTML),
    Route("GET", "/me/profile", account_pages.profile, PAGE, content_type=HTML),
    Route("POST", "/me/profile", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/me/identity", account_pages.identity, PAGE, content_type=HTML),
    Route("POST", "/me/identity", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/me/devices", account_pages.devices, PAGE, content_type=HTML),
    Route("GET", "/favourites", house_pages.favourites, PAGE, content_type=HTML),
    Route("GET", "/orders", order_pages.orders, PAGE, content_type=HTML),
    Route("GET", "/orders/<order_id>", order_pages.order, PAGE, content_type=HTML),
    Route("POST", "/orders/<order_id>", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/host", house_pages.own_houses, PAGE, content_type=HTML),
    Route("GET", "/host/new", house_pages.new_house, PAGE, content_type=HTML),
    Route("POST", "/host/new", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/host/orders", order_pages.host_orders, PAGE, content_type=HTML),
    Route("GET", "/host/houses/<house_id>", house_pages.edit_house, PAGE, content_type=HTML),
    Route("POST", "/host/houses/<house_id>", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/host/houses/<house_id>/calendar", house_pages.house_calendar, PAGE, content_type=HTML),
    Route("POST", "/host/houses/<house_id>/calendar", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/admin", house_pages.admin, PAGE, content_type=HTML),
    Route("POST", "/admin", pages.form_without_script, PAGE, content_type=HTML),
    Route("GET", "/terms", content.terms, PAGE, PUBLIC | SHARED, content_type=HTML),
    Route("GET", "/privacy", content.privacy, PAGE, PUBLIC | SHARED, content_type=HTML),
    Route("GET", "/help", content.help_page, PAGE, PUBLIC | SHARED, content_type=HTML),
    Route("GET", "/about", content.about, PAGE, PUBLIC | SHARED, content_type=HTML),
)
