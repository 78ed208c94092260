"""A stay, by clients/python: a host publishes a house, and a guest finds, books and pays it.

Its one argument is a JSON object: `base_url`, `outbox` (where development writes codes), `picture` (a JPEG), `host` and
`guest` (each with `mobile`, `name`, `id_card`), `check_in` and `check_out`. Prints what it saw as JSON.
"""

import json
import sys
import uuid
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from ihome_client import AuthenticatedClient, Client
from ihome_client.api.accounts import draw_picture_code, issue_tokens, register, send_sms_code
from ihome_client.api.hosting import add_house_image, publish_house
from ihome_client.api.houses import list_areas, quote_stay, search_houses, show_house
from ihome_client.api.orders import book_stay, change_order, show_order
from ihome_client.api.payments import pay_locally
from ihome_client.api.profile import set_real_name
from ihome_client.models import (
    AddHouseImageBody,
    AreasAnswer,
    BookedOrderAnswer,
    BookingForm,
    ChangeOrderAnswer,
    EmptyAnswer,
    HouseForm,
    HouseIdAnswer,
    HousePageAnswer,
    ImageAnswer,
    LoginEitherWayForm,
    OrderActionForm,
    OrderPageAnswer,
    PayUrlView,
    QuoteAnswer,
    RealNameForm,
    Refusal,
    RegistrationForm,
    SearchPageAnswer,
    SmsForPurposeForm,
    TokensAnswer,
    UserAnswer,
)
from ihome_client.types import File

A = TypeVar("A")


def answered(kind: type[A], answer: object) -> A:
    """The answer, if it is of that kind."""
    assert isinstance(answer, kind), answer
    return answer


class Outbox:
    """The files to which development writes picture codes and SMS codes."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def picture_code(self, picture_id: str) -> str:
        return self._last("captcha-outbox.jsonl", "id", picture_id)["text"]

    def sms_code(self, mobile: str) -> str:
        return self._last("sms-outbox.jsonl", "mobile", mobile)["code"]

    def _last(self, file: str, name: str, value: str) -> dict[str, str]:
        lines = [json.loads(line) for line in (self._directory / file).read_text().splitlines()]
        found: dict[str, str] = [line for line in lines if line[name] == value][-1]
        return found


def sign_up(base_url: str, outbox: Outbox, person: dict[str, str]) -> AuthenticatedClient:
    """Register, sign in for tokens, and pass the real-name check."""
    visitor, mobile, password = Client(base_url), person["mobile"], "correct-horse-battery"
    picture_id = uuid.uuid4().hex
    answered(File, draw_picture_code.sync(picture_id, client=visitor))
    code = outbox.picture_code(picture_id)
    asked = SmsForPurposeForm(mobile=mobile, piccode_id=picture_id, piccode=code)
    answered(EmptyAnswer, send_sms_code.sync(client=visitor, body=asked))
    registration = RegistrationForm(mobile=mobile, sms_code=outbox.sms_code(mobile), password=password)
    answered(UserAnswer, register.sync(client=visitor, body=registration))

    login = LoginEitherWayForm(mobile=mobile, password=password)
    tokens = answered(TokensAnswer, issue_tokens.sync(client=visitor, body=login)).data
    client = AuthenticatedClient(base_url, token=tokens.access_token)
    real_name = RealNameForm(real_name=person["name"], id_card=person["id_card"])
    answered(EmptyAnswer, set_real_name.sync(client=client, body=real_name))
    return client


def publish(host: AuthenticatedClient, picture: Path) -> int:
    """Publish a house with one picture; returns its id."""
    area = answered(AreasAnswer, list_areas.sync(client=host)).data.areas[0]
    house = HouseForm(
        title="鼓楼边的小院",
        price=39900,
        area_id=area.area_id,
        address="鼓楼东大街 1 号",
        room_count=2,
        acreage=60,
        unit="两室一厅",
        capacity=4,
        beds="双人床 2 张",
        deposit=50000,
        min_days=1,
        max_days=0,
        facility=[1, 3],
    )
    house_id = answered(HouseIdAnswer, publish_house.sync(client=host, body=house)).data.house_id
    with picture.open("rb") as file:
        upload = AddHouseImageBody(house_image=File(file, picture.name, "image/jpeg"))
        answered(ImageAnswer, add_house_image.sync(house_id, client=host, body=upload))
    return house_id


def main(settings: dict[str, Any]) -> None:
    base_url, outbox = settings["base_url"], Outbox(Path(settings["outbox"]))
    check_in, check_out = (date.fromisoformat(settings[name]) for name in ("check_in", "check_out"))
    host, guest = (sign_up(base_url, outbox, settings[who]) for who in ("host", "guest"))
    house_id = publish(host, Path(settings["picture"]))

    visitor = Client(base_url)
    found = search_houses.sync(client=visitor, q="鼓楼", sd=check_in, ed=check_out, facilities=[1, 3])
    houses = answered(SearchPageAnswer, found).data.houses
    page = answered(HousePageAnswer, show_house.sync(house_id, client=visitor)).data
    quote = quote_stay.sync(house_id, client=visitor, start_date=check_in, end_date=check_out, guests=2)
    total = answered(QuoteAnswer, quote).data.total

    stay = BookingForm(house_id=house_id, start_date=check_in, end_date=check_out, guests=2)
    booked = answered(BookedOrderAnswer, book_stay.sync(client=guest, body=stay, idempotency_key="one-stay")).data
    refusal = answered(Refusal, book_stay.sync(client=guest, body=stay))
    order_id = booked.order_id
    answered(ChangeOrderAnswer, change_order.sync(order_id, client=host, body=OrderActionForm(action="accept")))
    begun = answered(ChangeOrderAnswer, change_order.sync(order_id, client=guest, body=OrderActionForm(action="pay")))
    pay_url = answered(PayUrlView, begun.data).pay_url
    answered(str, pay_locally.sync(pay_url.rpartition("/")[2], client=visitor))
    order = answered(OrderPageAnswer, show_order.sync(order_id, client=guest)).data.order

    seen = {
        "found": [house.house_id for house in houses] == [house_id],
        "pictures": len(page.house.images),
        "as_quoted": booked.amount == total,
        "refused": refusal.errno,
        "status": order.status,
        "address": order.address,
        "nights": (order.end_date - order.start_date).days,
        "events": [event.action for event in order.events],
    }
    print(json.dumps(seen, ensure_ascii=False))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
