"""What users do with their accounts, and what must not work: ended sessions, spent codes, a second SMS too soon."""

import random
import time

from tests.cluster import people
from tests.cluster.browser import COOKIE, Browser
from tests.cluster.ledger import Session
from tests.cluster.people import PASSWORD, Person, Visit

PROBED_SECONDS = 90
"""Ended sessions and spent codes of this age are tried during the load; the verdict tries all of them again."""
SMS_SECONDS = 50
"""Within this time of an SMS, the same mobile must not get another one (sms_per_mobile: 1/60s)."""


async def look_who_i_am(visit: Visit) -> None:
    """The session must be alive, and be the user's own."""
    me, browser = visit.me, visit.browser
    reply = await browser.ask("account", "GET", "/api/v1.0/session", session=me.session)
    if reply.ok and reply.data["user_id"] != me.user_id:
        visit.ledger.find("wrong", f"user {me.user_id} is shown as {reply.data['user_id']}")
    if reply.status == 401:
        visit.ledger.find("lost", f"session of user {me.user_id}, opened {age(visit, me.session):.0f} s ago")
        visit.ledger.sessions[me.session].unknown_end = True
        await _sign_in_again(browser, me)


def age(visit: Visit, session: str) -> float:
    """How long ago a session was opened, in seconds."""
    return time.monotonic() - visit.ledger.sessions[session].opened


async def _sign_in_again(browser: Browser, me: Person) -> None:
    if session := await _sign_in(browser, me):
        me.session = session


async def _sign_in(browser: Browser, me: Person) -> str | None:
    asked = {"mobile": me.mobile, "password": PASSWORD}
    reply = await browser.ask("account", "POST", "/api/v1.0/sessions", json=asked)
    session = reply.cookie(COOKIE)
    if not (reply.ok and session):
        return None
    browser.ledger.wrote()
    people.note_session(browser, me.mobile, me.user_id, session)
    return session


async def sign_in_and_out(visit: Visit) -> None:
    """Open a second session, look who one is, end it, and try it again."""
    browser = visit.browser
    session = await _sign_in(browser, visit.me)
    if session is None:
        return
    opened = visit.ledger.sessions[session]
    await use(browser, opened)
    reply = await browser.ask("account", "DELETE", "/api/v1.0/session", session=session)
    if reply.ok:
        opened.ended = visit.ledger.wrote()
    else:
        opened.unknown_end = True
    await use(browser, opened)


async def use_dead_session(visit: Visit) -> None:
    """Try a session that was ended not long ago."""
    dead = [each for each in visit.ledger.sessions.values() if each.ended and _is_recent(each.ended)]
    if dead:
        await use(visit.browser, random.choice(dead))


async def use(browser: Browser, session: Session) -> None:
    """Send a request with this session; notes it where it lives though it was ended, or is dead though it was not."""
    was_ended, was_unknown = session.ended is not None, session.unknown_end
    reply = await browser.ask("account", "GET", "/api/v1.0/session", session=session.secret)
    if reply.ok and was_ended:
        since = time.monotonic() - (session.ended or 0)
        browser.ledger.find("wrong", f"session of user {session.user_id} lives {since:.1f} s after its end")
    if reply.ok and reply.data["user_id"] != session.user_id:
        browser.ledger.find("wrong", f"user {session.user_id} is shown as {reply.data['user_id']}")
    if reply.status == 401 and not was_ended and not was_unknown and session.ended is None:
        session.unknown_end = True
        browser.ledger.find("lost", f"session of user {session.user_id}")


async def register(visit: Visit) -> None:
    """A new user registers."""
    await people.register(visit.browser, people.mobile())


async def use_spent_code(visit: Visit) -> None:
    """Register again with a code that was spent not long ago."""
    spent = [each for each in visit.ledger.codes if _is_recent(each.at)]
    if spent:
        code = random.choice(spent)
        await try_code(visit.browser, code.mobile, code.code)


async def try_code(browser: Browser, mobile: str, code: str) -> None:
    """Register with a spent code. A right code shows in the refusal too: it says that the mobile is registered."""
    asked = {"mobile": mobile, "sms_code": code, "password": PASSWORD}
    reply = await browser.ask("register", "POST", "/api/v1.0/users", json=asked)
    if reply.ok or reply.errno == 4003:
        browser.ledger.find("wrong", f"the spent code of {mobile} works again ({reply.status})")


async def ask_for_sms_again(visit: Visit) -> None:
    """Ask for another SMS too soon. The verdict counts what was sent."""
    recent = [each for each in visit.ledger.codes if time.monotonic() - each.at < SMS_SECONDS]
    if recent:
        await people.send_sms(visit.browser, random.choice(recent).mobile)


def _is_recent(at: float) -> bool:
    return time.monotonic() - at < PROBED_SECONDS
