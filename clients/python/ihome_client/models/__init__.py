"""Contains all the data models used in inputs/outputs"""

from .actor import Actor
from .add_house_image_body import AddHouseImageBody
from .add_message_image_body import AddMessageImageBody
from .agreed_document_view import AgreedDocumentView
from .agreed_document_view_name import AgreedDocumentViewName
from .api_key_form import ApiKeyForm
from .api_key_form_scopes_item import ApiKeyFormScopesItem
from .api_key_view import ApiKeyView
from .api_keys_answer import ApiKeysAnswer
from .api_keys_view import ApiKeysView
from .area_view import AreaView
from .areas_answer import AreasAnswer
from .areas_view import AreasView
from .arrival_form import ArrivalForm
from .arrival_guide_answer import ArrivalGuideAnswer
from .arrival_guide_view import ArrivalGuideView
from .arrivals_view import ArrivalsView
from .attempt_view import AttemptView
from .avatar_answer import AvatarAnswer
from .avatar_view import AvatarView
from .bed_group_form import BedGroupForm
from .bed_group_form_kind import BedGroupFormKind
from .bed_group_view import BedGroupView
from .bed_group_view_kind import BedGroupViewKind
from .bedroom_form import BedroomForm
from .bedroom_view import BedroomView
from .bill_item_view import BillItemView
from .bill_item_view_item import BillItemViewItem
from .blocked_nights_form import BlockedNightsForm
from .booked_order_answer import BookedOrderAnswer
from .booked_order_view import BookedOrderView
from .booking_form import BookingForm
from .calendar_answer import CalendarAnswer
from .calendar_row_view import CalendarRowView
from .calendar_row_view_review import CalendarRowViewReview
from .calendar_view import CalendarView
from .candidate_view import CandidateView
from .candidate_view_cancellation import CandidateViewCancellation
from .candidate_view_review import CandidateViewReview
from .candidates_answer import CandidatesAnswer
from .candidates_view import CandidatesView
from .category_rating_view import CategoryRatingView
from .category_rating_view_category import CategoryRatingViewCategory
from .category_stars_view import CategoryStarsView
from .category_stars_view_category import CategoryStarsViewCategory
from .change_answer_form import ChangeAnswerForm
from .change_answer_form_action import ChangeAnswerFormAction
from .change_offer_form import ChangeOfferForm
from .change_order_answer import ChangeOrderAnswer
from .change_quote_answer import ChangeQuoteAnswer
from .change_quote_view import ChangeQuoteView
from .change_stay_change_answer import ChangeStayChangeAnswer
from .change_view import ChangeView
from .change_view_actions_item import ChangeViewActionsItem
from .change_view_offered_by import ChangeViewOfferedBy
from .change_view_status import ChangeViewStatus
from .changed_order_view import ChangedOrderView
from .changed_stay_answer import ChangedStayAnswer
from .changed_stay_view import ChangedStayView
from .changes_answer import ChangesAnswer
from .changes_view import ChangesView
from .channel_view import ChannelView
from .channel_view_channel import ChannelViewChannel
from .choice_form import ChoiceForm
from .choice_form_channel import ChoiceFormChannel
from .consent_form import ConsentForm
from .content_changes_view import ContentChangesView
from .content_changes_view_before import ContentChangesViewBefore
from .count_houses_sk import CountHousesSk
from .deliveries_answer import DeliveriesAnswer
from .deliveries_view import DeliveriesView
from .delivery_view import DeliveryView
from .delivery_view_state import DeliveryViewState
from .draft_answer import DraftAnswer
from .draft_change_form import DraftChangeForm
from .draft_change_form_content import DraftChangeFormContent
from .draft_content_form import DraftContentForm
from .draft_content_form_content import DraftContentFormContent
from .draft_publish_form import DraftPublishForm
from .draft_publish_form_cancellation_type_0 import DraftPublishFormCancellationType0
from .draft_version_answer import DraftVersionAnswer
from .draft_version_view import DraftVersionView
from .draft_view import DraftView
from .draft_view_content import DraftViewContent
from .drafts_answer import DraftsAnswer
from .drafts_view import DraftsView
from .dropped_filter_view import DroppedFilterView
from .dropped_filter_view_filter import DroppedFilterViewFilter
from .empty import Empty
from .empty_answer import EmptyAnswer
from .event_view import EventView
from .event_view_data import EventViewData
from .events_answer import EventsAnswer
from .events_view import EventsView
from .export_url_answer import ExportUrlAnswer
from .export_url_view import ExportUrlView
from .facets_answer import FacetsAnswer
from .facets_view import FacetsView
from .facilities_answer import FacilitiesAnswer
from .facilities_view import FacilitiesView
from .facility_view import FacilityView
from .favourite_answer import FavouriteAnswer
from .favourite_ids_answer import FavouriteIdsAnswer
from .favourite_ids_view import FavouriteIdsView
from .favourite_view import FavouriteView
from .favourites_page_answer import FavouritesPageAnswer
from .favourites_page_view import FavouritesPageView
from .feed_health_view import FeedHealthView
from .feed_health_view_state import FeedHealthViewState
from .feed_id_answer import FeedIdAnswer
from .feed_id_view import FeedIdView
from .feed_url_form import FeedUrlForm
from .feed_view import FeedView
from .guest_record_view import GuestRecordView
from .guest_review_form import GuestReviewForm
from .guest_review_view import GuestReviewView
from .guest_text_view import GuestTextView
from .host_answer import HostAnswer
from .host_calendar_answer import HostCalendarAnswer
from .host_calendar_view import HostCalendarView
from .host_view import HostView
from .house_calendars_answer import HouseCalendarsAnswer
from .house_calendars_view import HouseCalendarsView
from .house_card_view import HouseCardView
from .house_change_form import HouseChangeForm
from .house_form import HouseForm
from .house_id_answer import HouseIdAnswer
from .house_id_view import HouseIdView
from .house_page_answer import HousePageAnswer
from .house_page_view import HousePageView
from .house_review_form import HouseReviewForm
from .house_status_form import HouseStatusForm
from .house_view import HouseView
from .house_view_cancellation import HouseViewCancellation
from .identity_answer import IdentityAnswer
from .identity_view import IdentityView
from .image_answer import ImageAnswer
from .image_order_form import ImageOrderForm
from .image_view import ImageView
from .image_view_sizes import ImageViewSizes
from .instant_booking_form import InstantBookingForm
from .kind_choice_view import KindChoiceView
from .kind_choice_view_section import KindChoiceViewSection
from .link_form import LinkForm
from .link_view import LinkView
from .list_house_pins_sk import ListHousePinsSk
from .list_houses_in_review_status import ListHousesInReviewStatus
from .list_orders_role import ListOrdersRole
from .list_orders_tab import ListOrdersTab
from .logged_delivery_answer import LoggedDeliveryAnswer
from .logged_delivery_view import LoggedDeliveryView
from .login_either_way_form import LoginEitherWayForm
from .mail_address_form import MailAddressForm
from .mail_answer import MailAnswer
from .mail_view import MailView
from .message_form import MessageForm
from .message_view import MessageView
from .message_view_kind import MessageViewKind
from .messages_answer import MessagesAnswer
from .messages_view import MessagesView
from .name_answer import NameAnswer
from .name_form import NameForm
from .name_view import NameView
from .new_api_key_answer import NewApiKeyAnswer
from .new_api_key_view import NewApiKeyView
from .night_view import NightView
from .notice_view import NoticeView
from .notices_answer import NoticesAnswer
from .notices_view import NoticesView
from .notification_settings_answer import NotificationSettingsAnswer
from .notification_settings_view import NotificationSettingsView
from .notification_settings_view_language import NotificationSettingsViewLanguage
from .notification_view import NotificationView
from .notifications_answer import NotificationsAnswer
from .notifications_view import NotificationsView
from .order_action_form import OrderActionForm
from .order_action_form_action import OrderActionFormAction
from .order_counts_view import OrderCountsView
from .order_details_view import OrderDetailsView
from .order_details_view_cancellation import OrderDetailsViewCancellation
from .order_details_view_role import OrderDetailsViewRole
from .order_event_view import OrderEventView
from .order_page_answer import OrderPageAnswer
from .order_page_view import OrderPageView
from .order_reviews_view import OrderReviewsView
from .order_status import OrderStatus
from .order_view import OrderView
from .order_view_cancellation import OrderViewCancellation
from .order_view_role import OrderViewRole
from .orders_answer import OrdersAnswer
from .orders_view import OrdersView
from .own_house_card_view import OwnHouseCardView
from .own_house_card_view_review import OwnHouseCardViewReview
from .own_house_view import OwnHouseView
from .own_house_view_cancellation import OwnHouseViewCancellation
from .own_house_view_review import OwnHouseViewReview
from .own_houses_answer import OwnHousesAnswer
from .own_houses_view import OwnHousesView
from .password_change_form import PasswordChangeForm
from .password_reset_form import PasswordResetForm
from .pay_url_view import PayUrlView
from .payment_notice_form import PaymentNoticeForm
from .picture_urls_view import PictureUrlsView
from .pin_view import PinView
from .pins_answer import PinsAnswer
from .pins_view import PinsView
from .popular_houses_answer import PopularHousesAnswer
from .popular_houses_view import PopularHousesView
from .price_bar_view import PriceBarView
from .price_range_form import PriceRangeForm
from .price_range_view import PriceRangeView
from .price_suggestion_answer import PriceSuggestionAnswer
from .price_suggestion_view import PriceSuggestionView
from .prices_answer import PricesAnswer
from .prices_form import PricesForm
from .prices_form_cancellation_type_0 import PricesFormCancellationType0
from .prices_view import PricesView
from .prices_view_cancellation import PricesViewCancellation
from .push_key_answer import PushKeyAnswer
from .push_key_view import PushKeyView
from .push_keys_form import PushKeysForm
from .push_subscription_answer import PushSubscriptionAnswer
from .push_subscription_form import PushSubscriptionForm
from .push_subscription_view import PushSubscriptionView
from .quick_replies_answer import QuickRepliesAnswer
from .quick_replies_form import QuickRepliesForm
from .quick_replies_view import QuickRepliesView
from .quote_answer import QuoteAnswer
from .quote_view import QuoteView
from .quote_view_cancellation import QuoteViewCancellation
from .rates_view import RatesView
from .rates_view_cancellation import RatesViewCancellation
from .rating_count_view import RatingCountView
from .read_answer import ReadAnswer
from .read_form import ReadForm
from .read_mark_form import ReadMarkForm
from .read_view import ReadView
from .readiness import Readiness
from .readiness_answer import ReadinessAnswer
from .real_name_answer import RealNameAnswer
from .real_name_form import RealNameForm
from .real_name_view import RealNameView
from .refresh_form import RefreshForm
from .refund_view import RefundView
from .refusal import Refusal
from .refusal_data import RefusalData
from .refusal_data_fields import RefusalDataFields
from .refusal_data_reason import RefusalDataReason
from .registration_form import RegistrationForm
from .reply_form import ReplyForm
from .report_form import ReportForm
from .report_view import ReportView
from .reports_answer import ReportsAnswer
from .reports_view import ReportsView
from .review_counts_view import ReviewCountsView
from .reviews_page_answer import ReviewsPageAnswer
from .reviews_page_view import ReviewsPageView
from .rules_answer import RulesAnswer
from .rules_form import RulesForm
from .rules_view import RulesView
from .search_houses_sk import SearchHousesSk
from .search_page_answer import SearchPageAnswer
from .search_page_view import SearchPageView
from .season_form import SeasonForm
from .season_view import SeasonView
from .sent_message_answer import SentMessageAnswer
from .sent_message_view import SentMessageView
from .session_view import SessionView
from .session_view_kind import SessionViewKind
from .sessions_answer import SessionsAnswer
from .sessions_view import SessionsView
from .set_avatar_body import SetAvatarBody
from .settings_form import SettingsForm
from .settings_form_language_type_0 import SettingsFormLanguageType0
from .show_openapi_response_200 import ShowOpenapiResponse200
from .similar_houses_answer import SimilarHousesAnswer
from .similar_houses_view import SimilarHousesView
from .sms_for_purpose_form import SmsForPurposeForm
from .sms_for_purpose_form_purpose import SmsForPurposeFormPurpose
from .stay_review_form import StayReviewForm
from .subject_view import SubjectView
from .subject_view_kind import SubjectViewKind
from .suggestion_view import SuggestionView
from .suggestion_view_kind import SuggestionViewKind
from .suggestions_answer import SuggestionsAnswer
from .suggestions_view import SuggestionsView
from .taken_night_view import TakenNightView
from .taken_night_view_taken_by import TakenNightViewTakenBy
from .terms_answer import TermsAnswer
from .terms_view import TermsView
from .thread_details_view import ThreadDetailsView
from .thread_details_view_role import ThreadDetailsViewRole
from .thread_id_answer import ThreadIdAnswer
from .thread_id_view import ThreadIdView
from .thread_order_view import ThreadOrderView
from .thread_page_answer import ThreadPageAnswer
from .thread_page_view import ThreadPageView
from .thread_view import ThreadView
from .thread_view_role import ThreadViewRole
from .threads_answer import ThreadsAnswer
from .threads_view import ThreadsView
from .tokens_answer import TokensAnswer
from .tokens_view import TokensView
from .unread_answer import UnreadAnswer
from .unread_view import UnreadView
from .user_answer import UserAnswer
from .user_id_answer import UserIdAnswer
from .user_id_view import UserIdView
from .user_view import UserView
from .webhook_change_form import WebhookChangeForm
from .webhook_form import WebhookForm
from .webhook_secret_answer import WebhookSecretAnswer
from .webhook_secret_view import WebhookSecretView
from .webhook_test_answer import WebhookTestAnswer
from .webhook_test_view import WebhookTestView
from .webhook_view import WebhookView
from .webhook_view_disabled_type_0 import WebhookViewDisabledType0
from .webhooks_answer import WebhooksAnswer
from .webhooks_view import WebhooksView
from .written_review_view import WrittenReviewView

__all__ = (
    "Actor",
    "AddHouseImageBody",
    "AddMessageImageBody",
    "AgreedDocumentView",
    "AgreedDocumentViewName",
    "ApiKeyForm",
    "ApiKeyFormScopesItem",
    "ApiKeysAnswer",
    "ApiKeysView",
    "ApiKeyView",
    "AreasAnswer",
    "AreasView",
    "AreaView",
    "ArrivalForm",
    "ArrivalGuideAnswer",
    "ArrivalGuideView",
    "ArrivalsView",
    "AttemptView",
    "AvatarAnswer",
    "AvatarView",
    "BedGroupForm",
    "BedGroupFormKind",
    "BedGroupView",
    "BedGroupViewKind",
    "BedroomForm",
    "BedroomView",
    "BillItemView",
    "BillItemViewItem",
    "BlockedNightsForm",
    "BookedOrderAnswer",
    "BookedOrderView",
    "BookingForm",
    "CalendarAnswer",
    "CalendarRowView",
    "CalendarRowViewReview",
    "CalendarView",
    "CandidatesAnswer",
    "CandidatesView",
    "CandidateView",
    "CandidateViewCancellation",
    "CandidateViewReview",
    "CategoryRatingView",
    "CategoryRatingViewCategory",
    "CategoryStarsView",
    "CategoryStarsViewCategory",
    "ChangeAnswerForm",
    "ChangeAnswerFormAction",
    "ChangedOrderView",
    "ChangedStayAnswer",
    "ChangedStayView",
    "ChangeOfferForm",
    "ChangeOrderAnswer",
    "ChangeQuoteAnswer",
    "ChangeQuoteView",
    "ChangesAnswer",
    "ChangeStayChangeAnswer",
    "ChangesView",
    "ChangeView",
    "ChangeViewActionsItem",
    "ChangeViewOfferedBy",
    "ChangeViewStatus",
    "ChannelView",
    "ChannelViewChannel",
    "ChoiceForm",
    "ChoiceFormChannel",
    "ConsentForm",
    "ContentChangesView",
    "ContentChangesViewBefore",
    "CountHousesSk",
    "DeliveriesAnswer",
    "DeliveriesView",
    "DeliveryView",
    "DeliveryViewState",
    "DraftAnswer",
    "DraftChangeForm",
    "DraftChangeFormContent",
    "DraftContentForm",
    "DraftContentFormContent",
    "DraftPublishForm",
    "DraftPublishFormCancellationType0",
    "DraftsAnswer",
    "DraftsView",
    "DraftVersionAnswer",
    "DraftVersionView",
    "DraftView",
    "DraftViewContent",
    "DroppedFilterView",
    "DroppedFilterViewFilter",
    "Empty",
    "EmptyAnswer",
    "EventsAnswer",
    "EventsView",
    "EventView",
    "EventViewData",
    "ExportUrlAnswer",
    "ExportUrlView",
    "FacetsAnswer",
    "FacetsView",
    "FacilitiesAnswer",
    "FacilitiesView",
    "FacilityView",
    "FavouriteAnswer",
    "FavouriteIdsAnswer",
    "FavouriteIdsView",
    "FavouritesPageAnswer",
    "FavouritesPageView",
    "FavouriteView",
    "FeedHealthView",
    "FeedHealthViewState",
    "FeedIdAnswer",
    "FeedIdView",
    "FeedUrlForm",
    "FeedView",
    "GuestRecordView",
    "GuestReviewForm",
    "GuestReviewView",
    "GuestTextView",
    "HostAnswer",
    "HostCalendarAnswer",
    "HostCalendarView",
    "HostView",
    "HouseCalendarsAnswer",
    "HouseCalendarsView",
    "HouseCardView",
    "HouseChangeForm",
    "HouseForm",
    "HouseIdAnswer",
    "HouseIdView",
    "HousePageAnswer",
    "HousePageView",
    "HouseReviewForm",
    "HouseStatusForm",
    "HouseView",
    "HouseViewCancellation",
    "IdentityAnswer",
    "IdentityView",
    "ImageAnswer",
    "ImageOrderForm",
    "ImageView",
    "ImageViewSizes",
    "InstantBookingForm",
    "KindChoiceView",
    "KindChoiceViewSection",
    "LinkForm",
    "LinkView",
    "ListHousePinsSk",
    "ListHousesInReviewStatus",
    "ListOrdersRole",
    "ListOrdersTab",
    "LoggedDeliveryAnswer",
    "LoggedDeliveryView",
    "LoginEitherWayForm",
    "MailAddressForm",
    "MailAnswer",
    "MailView",
    "MessageForm",
    "MessagesAnswer",
    "MessagesView",
    "MessageView",
    "MessageViewKind",
    "NameAnswer",
    "NameForm",
    "NameView",
    "NewApiKeyAnswer",
    "NewApiKeyView",
    "NightView",
    "NoticesAnswer",
    "NoticesView",
    "NoticeView",
    "NotificationsAnswer",
    "NotificationSettingsAnswer",
    "NotificationSettingsView",
    "NotificationSettingsViewLanguage",
    "NotificationsView",
    "NotificationView",
    "OrderActionForm",
    "OrderActionFormAction",
    "OrderCountsView",
    "OrderDetailsView",
    "OrderDetailsViewCancellation",
    "OrderDetailsViewRole",
    "OrderEventView",
    "OrderPageAnswer",
    "OrderPageView",
    "OrderReviewsView",
    "OrdersAnswer",
    "OrderStatus",
    "OrdersView",
    "OrderView",
    "OrderViewCancellation",
    "OrderViewRole",
    "OwnHouseCardView",
    "OwnHouseCardViewReview",
    "OwnHousesAnswer",
    "OwnHousesView",
    "OwnHouseView",
    "OwnHouseViewCancellation",
    "OwnHouseViewReview",
    "PasswordChangeForm",
    "PasswordResetForm",
    "PaymentNoticeForm",
    "PayUrlView",
    "PictureUrlsView",
    "PinsAnswer",
    "PinsView",
    "PinView",
    "PopularHousesAnswer",
    "PopularHousesView",
    "PriceBarView",
    "PriceRangeForm",
    "PriceRangeView",
    "PricesAnswer",
    "PricesForm",
    "PricesFormCancellationType0",
    "PriceSuggestionAnswer",
    "PriceSuggestionView",
    "PricesView",
    "PricesViewCancellation",
    "PushKeyAnswer",
    "PushKeysForm",
    "PushKeyView",
    "PushSubscriptionAnswer",
    "PushSubscriptionForm",
    "PushSubscriptionView",
    "QuickRepliesAnswer",
    "QuickRepliesForm",
    "QuickRepliesView",
    "QuoteAnswer",
    "QuoteView",
    "QuoteViewCancellation",
    "RatesView",
    "RatesViewCancellation",
    "RatingCountView",
    "ReadAnswer",
    "ReadForm",
    "Readiness",
    "ReadinessAnswer",
    "ReadMarkForm",
    "ReadView",
    "RealNameAnswer",
    "RealNameForm",
    "RealNameView",
    "RefreshForm",
    "RefundView",
    "Refusal",
    "RefusalData",
    "RefusalDataFields",
    "RefusalDataReason",
    "RegistrationForm",
    "ReplyForm",
    "ReportForm",
    "ReportsAnswer",
    "ReportsView",
    "ReportView",
    "ReviewCountsView",
    "ReviewsPageAnswer",
    "ReviewsPageView",
    "RulesAnswer",
    "RulesForm",
    "RulesView",
    "SearchHousesSk",
    "SearchPageAnswer",
    "SearchPageView",
    "SeasonForm",
    "SeasonView",
    "SentMessageAnswer",
    "SentMessageView",
    "SessionsAnswer",
    "SessionsView",
    "SessionView",
    "SessionViewKind",
    "SetAvatarBody",
    "SettingsForm",
    "SettingsFormLanguageType0",
    "ShowOpenapiResponse200",
    "SimilarHousesAnswer",
    "SimilarHousesView",
    "SmsForPurposeForm",
    "SmsForPurposeFormPurpose",
    "StayReviewForm",
    "SubjectView",
    "SubjectViewKind",
    "SuggestionsAnswer",
    "SuggestionsView",
    "SuggestionView",
    "SuggestionViewKind",
    "TakenNightView",
    "TakenNightViewTakenBy",
    "TermsAnswer",
    "TermsView",
    "ThreadDetailsView",
    "ThreadDetailsViewRole",
    "ThreadIdAnswer",
    "ThreadIdView",
    "ThreadOrderView",
    "ThreadPageAnswer",
    "ThreadPageView",
    "ThreadsAnswer",
    "ThreadsView",
    "ThreadView",
    "ThreadViewRole",
    "TokensAnswer",
    "TokensView",
    "UnreadAnswer",
    "UnreadView",
    "UserAnswer",
    "UserIdAnswer",
    "UserIdView",
    "UserView",
    "WebhookChangeForm",
    "WebhookForm",
    "WebhooksAnswer",
    "WebhookSecretAnswer",
    "WebhookSecretView",
    "WebhooksView",
    "WebhookTestAnswer",
    "WebhookTestView",
    "WebhookView",
    "WebhookViewDisabledType0",
    "WrittenReviewView",
)
