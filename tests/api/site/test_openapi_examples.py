"""The examples of the OpenAPI document, sent as they stand in the order of a stay, from registering to a review.

Only what nobody can know beforehand is filled in: ids, codes, secrets, and dates. Client compares each answer with the
document.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.ioloop import IOLoop

from services.deps import Deps
from services.houses import moderation
from services.local_time import today
from tests.client import Answer, Client
from tests.live import LiveServer
from tests.makers import Makers, identity_number
from tests.pictures import form, picture
from tests.platform import Platform
from tools import openapi

PLACES = {
    operation["operationId"]: (verb.upper(), path, operation)
    for path, verbs in json.loads(openapi.text(ajax=False))["paths"].items()
    for verb, operation in verbs.items()
}
FIRST_NIGHT, CHECK_OUT = "2026-12-24", "2026-12-26"
"""The dates of the document's examples."""


class Replay:
    """Sends the example of an operation by its name: `await replay(guest, "show_house", house_id=7)`."""

    def __init__(self, first_night: date) -> None:
        self._dates = {FIRST_NIGHT: f"{first_night}", CHECK_OUT: f"{first_night + timedelta(days=2)}"}
        self.sent: set[str] = set()

    async def __call__(self, who: Client, name: str, **filled: Any) -> Answer:
        """The answer, which is a success. `filled` replaces fields of the example."""
        verb, path, operation = PLACES[name]
        self.sent.add(name)
        places: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
        for parameter in operation["parameters"]:
            known = filled.pop(parameter["name"], None) or self._example(parameter["schema"])
            known = str(known).lower() if isinstance(known, bool) else known
            if known is not None:
                places[parameter["in"]][parameter["name"]] = known
        for field, value in places["path"].items():
            path = path.replace(f"{{{field}}}", quote(str(value), safe=""))
        if places["query"]:
            written = {name: "true" if value is True else value for name, value in places["query"].items()}
            path += "?" + urlencode(written, doseq=True)
        body, headers = self._body(operation, filled)
        answer = await who.send(verb, path, body=body, headers=headers | places["header"])
        assert str(answer.status) == next(iter(operation["responses"])), (name, answer.body)
        return answer

    def _body(self, operation: dict[str, Any], filled: dict[str, Any]) -> tuple[bytes | None, dict[str, str]]:
        if "requestBody" not in operation:
            assert filled == {}
            return None, {}
        [(kind, content)] = operation["requestBody"]["content"].items()
        if kind == "multipart/form-data":
            [name] = content["schema"]["required"]
            return form(picture(), name)
        fields = self._moved(content["example"]) | filled
        encoded = json.dumps(fields) if kind == "application/json" else urlencode(fields)
        return encoded.encode(), {"Content-Type": kind}

    def _example(self, schema: dict[str, Any]) -> Any:
        examples = schema.get("examples") or schema.get("enum")
        return self._moved(examples[0]) if examples else None

    def _moved(self, example: Any) -> Any:
        """With the dates of this story."""
        text = json.dumps(example)
        for written, meant in self._dates.items():
            text = text.replace(written, meant)
        return json.loads(text)


@pytest.fixture
def platform(io_loop: IOLoop) -> Iterator[Platform]:
    platform = Platform()
    yield platform
    io_loop.run_sync(platform.close)


@pytest.mark.settings(house_review="manual", feed_private=True, limit_sms_per_mobile="10/1m")
async def test_every_example_of_the_document_works(
    start_server: Callable[..., LiveServer], http_client: AsyncHTTPClient, make: Makers, deps: Deps, platform: Platform
) -> None:
    base_url = start_server().base_url  # of its own: development's payment service sends its notices there
    replay = Replay(today(deps))
    host, guest, admin = (Client(http_client, base_url) for _ in range(3))
    await moderation.appoint(deps, (await make.sign_in(admin)).mobile, True)
    await _register(replay, make, host, guest)
    house_id = await _publish(replay, host, admin)
    await _find(replay, guest, house_id)
    await _sync_calendars(replay, host, house_id, platform)
    await _talk(replay, host, guest, admin, house_id)
    await _stay(replay, deps, host, guest, house_id)
    await _use_programs(replay, host)
    await _be_notified(replay, make, deps, guest)
    await replay(host, "set_house_online", house_id=house_id)
    await replay(host, "set_house_instant", house_id=house_id)
    await replay(host, "show_arrival_guide", house_id=house_id)
    await replay(host, "delete_house", house_id=house_id)
    await _sign_in_and_out(replay, make, guest)
    for name in ("show_openapi", "show_docs", "check_liveness", "check_readiness"):
        await replay(guest, name)
    assert set(PLACES) - replay.sent == set()


HOST, GUEST = "13800000001", "13800000002"


async def _register(replay: Replay, make: Makers, host: Client, guest: Client) -> None:
    await replay(host, "draw_picture_code", id="one")
    await replay(host, "send_sms_code", mobile=HOST, piccode_id="one", piccode=make.drawn_pictures()[-1]["text"])
    terms = (await replay(host, "show_terms")).data["version"]
    await replay(host, "register", mobile=HOST, sms_code=make.sent_sms()[-1]["code"], terms_version=terms)
    await replay(guest, "draw_picture_code", id="two")
    code = make.drawn_pictures()[-1]["text"]
    await replay(guest, "send_registration_code", mobile=GUEST, piccode_id="two", piccode=code)
    await replay(guest, "register", mobile=GUEST, sms_code=make.sent_sms()[-1]["code"])
    await replay(guest, "agree_to_terms", terms_version=terms)
    await replay(host, "set_real_name")
    await replay(guest, "set_real_name", id_card=identity_number())
    for name in ("check_login", "show_profile", "set_avatar", "set_name", "show_real_name"):
        await replay(host, name)


async def _publish(replay: Replay, host: Client, admin: Client) -> int:
    await replay(host, "list_areas")
    await replay(host, "list_facilities")
    house_id = int((await replay(host, "publish_house")).data["house_id"])
    images = [(await replay(host, "add_house_image", house_id=house_id)).data["image_id"] for _ in range(4)]
    await replay(host, "remove_house_image", house_id=house_id, image_id=images.pop())
    await replay(host, "sort_house_images", house_id=house_id, images=images[::-1])
    await replay(host, "set_prices", house_id=house_id)
    await replay(host, "show_prices", house_id=house_id)
    await replay(host, "set_rules", house_id=house_id)
    await replay(host, "show_rules", house_id=house_id)
    everything = {"notice_days": 0, "notice_hour": 24, "no_arrival_weekdays": [], "no_departure_weekdays": []}
    everything |= {"no_arrival_dates": [], "seasons": []}
    await replay(host, "set_rules", house_id=house_id, **everything)
    await replay(host, "block_nights", house_id=house_id)
    await replay(host, "block_nights", house_id=house_id, blocked=[])
    await replay(host, "replace_house", house_id=house_id)
    await replay(host, "list_own_houses")
    await replay(host, "list_house_drafts")
    draft = {"draft_id": (await replay(host, "add_house_draft")).data["draft_id"]}
    await replay(host, "show_house_draft", **draft)
    await replay(host, "replace_house_draft", **draft)
    await replay(host, "publish_house_draft", **draft)
    draft = {"draft_id": (await replay(host, "add_house_draft")).data["draft_id"]}
    await replay(host, "remove_house_draft", **draft)
    await replay(host, "suggest_price")
    await replay(host, "show_host_calendar")
    [waiting] = (await replay(admin, "list_houses_in_review")).data["houses"]
    await replay(admin, "review_house", house_id=house_id, revision=waiting["revision"])
    return house_id


async def _find(replay: Replay, guest: Client, house_id: int) -> None:
    await replay(guest, "search_houses")
    await replay(guest, "list_popular_houses")
    for name in ("count_houses", "list_house_pins", "suggest_places"):
        await replay(guest, name)
    for name in ("show_house", "show_calendar", "quote_stay", "add_favourite", "show_favourite"):
        await replay(guest, name, house_id=house_id)
    await replay(guest, "list_reviews", house_id=house_id)
    await replay(guest, "list_similar", house_id=house_id)
    shown = (await replay(guest, "show_house", house_id=house_id)).data["house"]
    await replay(guest, "show_host", user_id=shown["user_id"])
    await replay(guest, "list_favourites")
    await replay(guest, "list_favourite_ids")
    await replay(guest, "remove_favourite", house_id=house_id)


async def _talk(replay: Replay, host: Client, guest: Client, admin: Client, house_id: int) -> None:
    thread = {"thread_id": (await replay(guest, "add_thread", house_id=house_id)).data["thread_id"]}
    image_id = (await replay(guest, "add_message_image", **thread)).data["image_id"]
    sent = (await replay(guest, "send_message", **thread, images=[image_id])).data["message"]
    await replay(host, "list_threads", q="入住")
    await replay(host, "list_messages", **thread)
    shown = (await replay(host, "show_thread", **thread)).data["thread"]
    await replay(host, "set_read_mark", **thread, message_id=sent["message_id"])
    await replay(host, "report_message", message_id=sent["message_id"])
    await replay(admin, "list_reports")
    await replay(host, "block_user", user_id=shown["user_id"])
    await replay(host, "unblock_user", user_id=shown["user_id"])
    await replay(host, "set_quick_replies")
    await replay(host, "show_quick_replies")


async def _sync_calendars(replay: Replay, host: Client, house_id: int, platform: Platform) -> None:
    feed = await replay(host, "connect_calendar_feed", house_id=house_id, url=platform.url)
    await replay(host, "show_calendar_feeds", house_id=house_id)
    await replay(host, "disconnect_calendar_feed", house_id=house_id, feed_id=feed.data["feed_id"])
    (url,) = (await replay(host, "renew_calendar_export", house_id=house_id)).data.values()
    [token] = re.findall(r"/ical/(\w+)\.ics", url)
    await replay(host, "export_calendar", token=token)


async def _stay(replay: Replay, deps: Deps, host: Client, guest: Client, house_id: int) -> None:
    booked = (await replay(guest, "book_stay", house_id=house_id)).data
    order = {"order_id": booked["order_id"]}
    await replay(host, "list_orders")
    for name in ("list_notices", "list_notifications", "count_unread", "set_notifications_read"):
        await replay(host, name)
    await replay(host, "show_notification_settings")
    await replay(host, "set_notification_settings", quiet_until="07:00")
    await replay(host, "list_events")
    await replay(host, "follow_events")
    await replay(host, "change_order", **order)
    await replay(host, "add_order_thread", **order)
    number = (await replay(guest, "change_order", **order, action="pay")).data["pay_url"].rpartition("/")[2]
    await replay(guest, "show_payment_page", number=number)
    assert deps.pay_page
    notice = deps.pay_page.notice(number, "2026112122001400000000000001", booked["amount"])
    await replay(guest, "take_payment_notice", **dict(parse_qsl(notice)))
    await replay(guest, "pay_locally", number=number)
    await replay(host, "replace_arrival_guide", house_id=house_id)
    await replay(guest, "show_order_arrival", **order)
    await _change_stay(replay, host, guest, order)
    await replay(host, "change_order", **order, action="check_in")
    await replay(guest, "change_order", **order, action="complete")
    await replay(guest, "comment_on_stay", **order)
    await replay(host, "review_guest", **order)
    await replay(host, "reply_to_comment", **order)
    await replay(guest, "show_order", **order)


async def _use_programs(replay: Replay, host: Client) -> None:
    key = await replay(host, "add_api_key")
    await replay(host, "list_api_keys")
    await replay(host, "remove_api_key", key_id=key.data["id"])
    webhook = {"webhook_id": (await replay(host, "add_webhook")).data["id"]}
    await replay(host, "list_webhooks")
    await replay(host, "change_webhook", **webhook)
    await replay(host, "renew_webhook_secret", **webhook)
    await replay(host, "send_webhook_test", **webhook)
    [delivery] = (await replay(host, "list_webhook_deliveries", **webhook, after=1_000_000_000)).data["deliveries"]
    await replay(host, "show_webhook_delivery", **webhook, delivery_id=delivery["id"])
    await replay(host, "send_webhook_again", **webhook, delivery_id=delivery["id"])
    await replay(host, "remove_webhook", **webhook)


async def _be_notified(replay: Replay, make: Makers, deps: Deps, guest: Client) -> None:
    for check in ("check_mail_address", "check_mail_address_on_page"):
        address = f"{check}@guest.example"
        await replay(guest, "set_mail_address", address=address)
        token = make.sent_mails()[-1]["link"].rpartition("/")[2]
        await replay(guest, "show_mail_verification", token=token)
        await replay(guest, check, token=token)
        assert (await replay(guest, "show_mail_address")).data["address"] == address
    user_id = (await make.rows("SELECT user_id FROM mail_addresses"))[0]["user_id"]
    link = deps.unsubscribe_links.token(user_id, "accepted")
    await replay(guest, "show_mails_of_kind", token=link)
    await replay(guest, "end_mails_of_kind", token=link)
    await replay(guest, "delete_mail_address")
    await replay(guest, "show_push_key")
    added = await replay(guest, "add_push_subscription")
    await replay(guest, "remove_push_subscription", subscription_id=added.data["id"])


async def _change_stay(replay: Replay, host: Client, guest: Client, order: dict[str, Any]) -> None:
    version = (await guest.get(f"/api/v1.0/orders/{order['order_id']}")).data["order"]["version"]
    quoted = (await replay(guest, "quote_stay_change", **order, guests=2)).data
    seen = {"version": version, "difference": quoted["difference"]}
    change = (await replay(guest, "add_stay_change", **order, guests=2, **seen)).data["change"]
    await replay(host, "list_stay_changes", **order)
    await replay(host, "change_stay_change", **order, change_id=change["change_id"])


async def _sign_in_and_out(replay: Replay, make: Makers, guest: Client) -> None:
    await replay(guest, "logout")
    await replay(guest, "login", mobile=GUEST)
    tokens = (await replay(guest, "issue_tokens", mobile=GUEST)).data
    await replay(guest, "refresh_tokens", refresh_token=tokens["refresh_token"])
    sessions = (await replay(guest, "list_sessions")).data["sessions"]
    [app] = [session["id"] for session in sessions if session["kind"] == "app"]
    await replay(guest, "end_session", session_id=app)
    await replay(guest, "draw_picture_code", id="three")
    code = make.drawn_pictures()[-1]["text"]
    await replay(guest, "send_sms_code", mobile=GUEST, piccode_id="three", piccode=code, purpose="reset")
    code = make.sent_sms()[-1]["code"]
    await replay(guest, "reset_password", mobile=GUEST, sms_code=code, password="battery-horse-staple")
    await replay(guest, "login", mobile=GUEST, password="battery-horse-staple")
    await replay(guest, "change_password")
