"""Who takes part in the load: guests and hosts with accounts of their own, made over HTTP."""

import itertools
import random
import time
import uuid
from dataclasses import dataclass, field

from stdnum.cn import ric

from tests.cluster.browser import COOKIE, Browser
from tests.cluster.ledger import Code, Ledger, Session, Versions
from tests.makers import HOUSE
from tools.command import Problem

PASSWORD = "correct horse battery"
HOUSES = 4
"""How many houses a host has in the beginning."""
_RUN = random.SystemRandom().randrange(10_000)
_numbers = itertools.count()


@dataclass
class Person:
    """A user with a real name. `houses` are those that they let."""

    mobile: str
    user_id: int
    session: str
    houses: list[int] = field(default_factory=list)


@dataclass
class Visit:
    """A user at a browser, among the hosts of the load."""

    browser: Browser
    me: Person
    hosts: list[Person]

    @property
    def ledger(self) -> Ledger:
        """The ledger of the whole load."""
        return self.browser.ledger


def mobile() -> str:
    """One that no other run has, most likely."""
    return f"19{_RUN:04}{next(_numbers):05}"


async def register(browser: Browser, number: str) -> Person | None:
    """Register by SMS code; None where a step was not acknowledged."""
    if not await send_sms(browser, number):
        return None
    code = browser.outbox.sms(number)
    asked = {"mobile": number, "sms_code": code, "password": PASSWORD}
    reply = await browser.ask("register", "POST", "/api/v1.0/users", json=asked)
    session = reply.cookie(COOKIE)
    if not (reply.ok and code and session):
        return None
    at = browser.ledger.wrote()
    browser.ledger.codes.append(Code(number, code, at))
    return note_session(browser, number, int(reply.data["user_id"]), session)


def note_session(browser: Browser, number: str, user_id: int, session: str) -> Person:
    """Note an acknowledged sign-in."""
    browser.ledger.users[number] = user_id
    browser.ledger.sessions[session] = Session(session, user_id, time.monotonic())
    return Person(number, user_id, session)


async def send_sms(browser: Browser, number: str) -> bool:
    """Ask for a code to register with; whether it was sent."""
    picture = uuid.uuid4().hex
    await browser.ask("register", "GET", f"/api/imagecode?codeid={picture}")
    text = browser.outbox.picture(picture)
    if text is None:
        return False
    asked = {"mobile": number, "id": picture, "text": text}
    return (await browser.ask("register", "POST", "/api/v1.0/smscode", json=asked)).ok


async def settle(browser: Browser, *, is_host: bool) -> Person:
    """A new user with a real name, and with houses if it is a host. Raises Problem where ihome does not serve."""
    person = await register(browser, mobile())
    if person is None:
        raise Problem(f"nobody can register: {dict(browser.ledger.refusals)}, {browser.ledger.requests[-3:]}")
    asked = {"real_name": "张三", "id_card": identity_number()}
    reply = await browser.ask("account", "POST", "/api/v1.0/user/auth", json=asked, session=person.session)
    if not reply.ok:
        raise Problem(f"no real name: {reply.status} {reply.json}")
    for _ in range(HOUSES if is_host else 0):
        await publish(browser, person)
    return person


def identity_number() -> str:
    """A valid one."""
    digits = f"110105{random.randrange(1950, 2000)}{random.randrange(1, 13):02}{random.randrange(1, 29):02}"
    digits += f"{random.randrange(1000):03}"
    return digits + ric.calc_check_digit(digits + "?")


async def publish(browser: Browser, host: Person) -> int | None:
    """Publish a house; None where that was not acknowledged."""
    reply = await browser.ask("host", "POST", "/api/v1.0/houses", json=HOUSE, session=host.session)
    if not reply.ok:
        return None
    house_id = int(reply.data["house_id"])
    browser.ledger.wrote()
    browser.ledger.houses[house_id] = Versions()
    host.houses.append(house_id)
    return house_id
