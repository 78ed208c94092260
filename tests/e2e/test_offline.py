"""Without a connection: the service worker shows a page of its own, and keeps nothing else."""

import re
from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.conftest import Person
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
CACHED = """
  Promise.all((await caches.keys()).map(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map((request) => new URL(request.url).pathname);
  }))
"""


async def with_worker(someone: Person) -> None:
    """Until the service worker is in control of the pages."""
    await someone.go("/")
    await someone.page.evaluate("navigator.serviceWorker.ready")
    await someone.until("navigator.serviceWorker.controller !== null")


async def cached(someone: Person) -> list[str]:
    found: list[list[str]] = await someone.page.evaluate(
        f"(async () => {CACHED})()".replace("Promise", "await Promise")
    )
    return [path for paths in found for path in paths]


async def test_without_a_connection_a_page_says_so_and_comes_back(person: NewPerson, scene: Scene) -> None:
    someone = await person(service_workers="allow")
    await with_worker(someone)
    await someone.context.set_offline(True)
    await someone.page.goto(f"{someone.base_url}/houses/{scene.house_id}")
    await someone.sees("没有网络连接")
    assert someone.page.url.endswith(f"/houses/{scene.house_id}")
    assert await someone.page.evaluate("getComputedStyle(document.body).display") == "grid"
    assert await someone.page.evaluate("document.querySelector('img').naturalWidth") > 0
    assert await someone.faults() == []
    await someone.context.set_offline(False)
    await someone.page.get_by_role("link").click()
    await someone.until("document.body && !document.body.textContent.includes('没有网络连接')")
    someone.problems = [problem for problem in someone.problems if "ERR_INTERNET_DISCONNECTED" not in problem]


async def test_no_page_and_no_answer_is_kept(person: NewPerson, scene: Scene) -> None:
    someone = await person(service_workers="allow")
    await someone.sign_in(scene.guest.session)
    await with_worker(someone)
    for path in ("/", "/me", "/orders", f"/houses/{scene.house_id}", "/me/identity"):
        await someone.go(path)
    kept = await cached(someone)
    assert "/offline" in kept
    assert [path for path in kept if path != "/offline" and not re.match(r"/static/[0-9a-f]{16}/[\w.-]+$", path)] == []
    html = await someone.page.evaluate("caches.match('/offline').then((answer) => answer.text())")
    assert "/me" not in html


async def test_the_cache_of_an_earlier_release_is_removed(person: NewPerson, scene: Scene) -> None:
    assert scene
    someone = await person(service_workers="allow")
    await someone.page.goto(f"{someone.base_url}/offline")
    await someone.page.evaluate("caches.open('ihome-0123456789abcdef').then((cache) => cache.add('/offline'))")
    await with_worker(someone)
    await someone.until("caches.has('ihome-0123456789abcdef').then((has) => !has)")
    assert len(await someone.page.evaluate("caches.keys()")) == 1
