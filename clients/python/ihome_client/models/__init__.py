"""Contains all the data models used in inputs/outputs"""

from .actor import Actor
from .add_house_image_body import AddHouseImageBody
from .agreed_document_view import AgreedDocumentView
from .agreed_document_view_name import AgreedDocumentViewName
from .area_view import AreaView
from .areas_answer import AreasAnswer
from .areas_view import AreasView
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
from .change_order_answer import ChangeOrderAnswer
from .changed_order_view import ChangedOrderView
from .consent_form import ConsentForm
from .content_changes_view import ContentChangesView
from .content_changes_view_before import ContentChangesViewBefore
from .count_houses_sk import CountHousesSk
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
from .guest_review_view import GuestReviewView
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
from .list_house_pins_sk import ListHousePinsSk
from .list_houses_in_review_status import ListHousesInReviewStatus
from .list_orders_role import ListOrdersRole
from .list_orders_tab import ListOrdersTab
from .login_either_way_form import LoginEitherWayForm
from .name_answer import NameAnswer
from .name_form import NameForm
from .name_view import NameView
from .night_view import NightView
from .notice_view import NoticeView
from .notices_answer import NoticesAnswer
from .notices_view import NoticesView
from .order_action_form import OrderActionForm
from .order_action_form_action import OrderActionFormAction
from .order_counts_view import OrderCountsView
from .order_details_view import OrderDetailsView
from .order_details_view_cancellation import OrderDetailsViewCancellation
from .order_details_view_role import OrderDetailsViewRole
from .order_page_answer import OrderPageAnswer
from .order_page_view import OrderPageView
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
from .quote_answer import QuoteAnswer
from .quote_view import QuoteView
from .quote_view_cancellation import QuoteViewCancellation
from .rated_comment_form import RatedCommentForm
from .rates_view import RatesView
from .rates_view_cancellation import RatesViewCancellation
from .rating_count_view import RatingCountView
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
from .review_counts_view import ReviewCountsView
from .reviews_page_answer import ReviewsPageAnswer
from .reviews_page_view import ReviewsPageView
from .search_houses_sk import SearchHousesSk
from .search_page_answer import SearchPageAnswer
from .search_page_view import SearchPageView
from .session_view import SessionView
from .session_view_kind import SessionViewKind
from .sessions_answer import SessionsAnswer
from .sessions_view import SessionsView
from .set_avatar_body import SetAvatarBody
from .show_openapi_response_200 import ShowOpenapiResponse200
from .similar_houses_answer import SimilarHousesAnswer
from .similar_houses_view import SimilarHousesView
from .sms_for_purpose_form import SmsForPurposeForm
from .sms_for_purpose_form_purpose import SmsForPurposeFormPurpose
from .suggestion_view import SuggestionView
from .suggestion_view_kind import SuggestionViewKind
from .suggestions_answer import SuggestionsAnswer
from .suggestions_view import SuggestionsView
from .taken_night_view import TakenNightView
from .taken_night_view_taken_by import TakenNightViewTakenBy
from .terms_answer import TermsAnswer
from .terms_view import TermsView
from .tokens_answer import TokensAnswer
from .tokens_view import TokensView
from .user_answer import UserAnswer
from .user_id_answer import UserIdAnswer
from .user_id_view import UserIdView
from .user_view import UserView

__all__ = (
    "Actor",
    "AddHouseImageBody",
    "AgreedDocumentView",
    "AgreedDocumentViewName",
    "AreasAnswer",
    "AreasView",
    "AreaView",
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
    "ChangedOrderView",
    "ChangeOrderAnswer",
    "ConsentForm",
    "ContentChangesView",
    "ContentChangesViewBefore",
    "CountHousesSk",
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
    "EventView",
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
    "GuestReviewView",
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
    "ListHousePinsSk",
    "ListHousesInReviewStatus",
    "ListOrdersRole",
    "ListOrdersTab",
    "LoginEitherWayForm",
    "NameAnswer",
    "NameForm",
    "NameView",
    "NightView",
    "NoticesAnswer",
    "NoticesView",
    "NoticeView",
    "OrderActionForm",
    "OrderActionFormAction",
    "OrderCountsView",
    "OrderDetailsView",
    "OrderDetailsViewCancellation",
    "OrderDetailsViewRole",
    "OrderPageAnswer",
    "OrderPageView",
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
    "QuoteAnswer",
    "QuoteView",
    "QuoteViewCancellation",
    "RatedCommentForm",
    "RatesView",
    "RatesViewCancellation",
    "RatingCountView",
    "Readiness",
    "ReadinessAnswer",
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
    "ReviewCountsView",
    "ReviewsPageAnswer",
    "ReviewsPageView",
    "SearchHousesSk",
    "SearchPageAnswer",
    "SearchPageView",
    "SessionsAnswer",
    "SessionsView",
    "SessionView",
    "SessionViewKind",
    "SetAvatarBody",
    "ShowOpenapiResponse200",
    "SimilarHousesAnswer",
    "SimilarHousesView",
    "SmsForPurposeForm",
    "SmsForPurposeFormPurpose",
    "SuggestionsAnswer",
    "SuggestionsView",
    "SuggestionView",
    "SuggestionViewKind",
    "TakenNightView",
    "TakenNightViewTakenBy",
    "TermsAnswer",
    "TermsView",
    "TokensAnswer",
    "TokensView",
    "UserAnswer",
    "UserIdAnswer",
    "UserIdView",
    "UserView",
)
