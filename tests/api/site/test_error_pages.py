"""What a browser shows when something went wrong: what it is, and how to go on."""

import re
from html import unescape

import pytest

from tests.client import Answer, Client
from tests.makers import WIDE, Makers

HTML = {"Accept": "text/html"}
AWAY = "mysql://nobody@127.0.0.1:1/nothing"
"""No MariaDB listens there."""


def main_of(answer: Answer) -> str:
    return unescape(re.findall("<main.*</main>", answer.body.decode(), re.DOTALL)[0])


async def test_a_page_that_is_not_there_offers_a_search(client: Client) -> None:
    for path in ("/nowhere", "/houses/999999"):
        answer = await client.get(path, headers=HTML)
        assert answer.status == 404
        assert '<form action="/search"' in main_of(answer)
        assert "链接不完整" in main_of(answer)
        assert "请求编号" not in main_of(answer)


async def test_who_is_signed_in_stays_so_on_a_page_that_is_not_there(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    for path in ("/nowhere", "/houses/999999"):
        page = (await client.get(path, headers=HTML)).body.decode()
        assert 'href="/notices"' in page
        assert "data-sign-in" not in page


async def test_a_page_of_others_says_so(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await client.get("/admin", headers=HTML)
    assert answer.status == 403
    assert "这个页面不对您开放" in main_of(answer)


@pytest.mark.settings(**WIDE | {"limit_search_per_ip": "1/1h"})
async def test_who_asks_too_often_is_told_when_to_come_again(client: Client) -> None:
    english = HTML | {"Accept-Language": "en"}
    await client.get("/search?q=x", headers=english)
    answer = await client.get("/search?q=x", headers=english)
    assert answer.status == 429
    assert f"You can try again in {answer.headers['Retry-After']} seconds." in main_of(answer)
    assert 'href="/search?q=x" class="button"' in main_of(answer)


@pytest.mark.settings(database_url=AWAY, database_acquire_timeout=0.2, database_connect_timeout=0.2)
async def test_without_a_database_a_page_says_that_it_passes(client: Client) -> None:
    answer = await client.get("/houses/1", headers=HTML | {"Accept-Language": "en"})
    assert answer.status == 503
    page = main_of(answer)
    assert "You can try again in 1 second." in page
    assert f"<code>{answer.headers['X-Request-Id']}</code>" in page
    assert 'href="/houses/1" class="button"' in page
    assert (await client.get("/terms", headers=HTML)).status == 200
