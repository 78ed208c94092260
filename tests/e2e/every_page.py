"""Every page with something on it, for the tests of what holds on all of them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.api.messages.talk import begin, say
from tests.e2e.conftest import Person
from tests.makers import Makers
from tests.pictures import form, picture
from tests.scene import Scene

TABS = 3
"""So many pages at a time: while one waits for its network, others are looked at."""


async def every_page(scene: Scene, make: Makers) -> dict[str, str | None]:
    """The address of each page with something on it, and whose session it takes."""
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    await scene.host.post("/api/house/image", body=body, headers=headers)
    await make.change("UPDATE users SET is_admin = TRUE")
    paid, _ = await scene.paid(0, 2), await scene.book(2, 1)
    await scene.guest.put(f"/api/v1.0/user/favourites/{scene.house_id}")
    await make.change("UPDATE orders SET comment = %s, reply = %s, rating = 4, commented_at = NOW(6)", "好", "谢谢")
    stay = scene.stay(7, 8)
    thread = await begin(scene)
    said = await say(scene.guest, thread, "可以早一点入住吗？\n138 0013 8000")
    message = said.data["message"]["message_id"]
    await scene.host.post(f"/api/v1.0/messages/{message}/report", {"reason": "要求在平台外联系"})
    host_id = (await make.rows("SELECT user_id FROM houses"))[0]["user_id"]
    hook = (await scene.guest.post("/api/v1.0/user/webhooks", {"url": "https://channel.example/ihome"})).data["id"]
    await scene.guest.post(f"/api/v1.0/user/webhooks/{hook}/test")
    await scene.guest.post("/api/v1.0/user/api-keys", {"name": "房态管家", "scopes": ["orders:read", "events:read"]})
    numbers = {"house_id": scene.house_id, "order_id": paid, "user_id": host_id, "thread_id": thread}
    numbers |= {"webhook_id": hook}
    pages: dict[str, str | None] = {}
    for row in ROUTES:
        if row.surface is PAGE:
            path = row.path
            for name, value in numbers.items():
                path = path.replace(f"<{name}>", str(value))
            whose = scene.host if path.startswith(("/host", "/admin")) else scene.guest
            if path.endswith("/book"):
                path += f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=2"
            pages[path] = None if row.public else whose.session
    number = await scene.begin_payment(await scene.accepted(4, 1))
    return pages | {f"/pay/{number}": None, "/nowhere": None, "/search?aid=16": None, "/search?sd=x": None}


async def look_at_all(
    people: list[Person], pages: Mapping[str, str | None], look: Callable[[Person, str], Awaitable[None]]
) -> None:
    """Have these people go to all the pages, each to the next one as soon as they are done, and `look` there."""
    waiting = list(pages.items())

    async def go_on(someone: Person) -> None:
        while waiting:
            path, session = waiting.pop()
            await someone.become(session)
            await someone.go(path)
            await look(someone, path)

    await asyncio.gather(*(go_on(someone) for someone in people))
