"""Who is told what over which channel: once, in time, and only what is still true."""

import pytest

from tests.api.notifications.conftest import Post
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def test_a_guest_is_told_of_the_acceptance_on_every_channel(scene: Scene, post: Post) -> None:
    order_id = await scene.accepted()
    guest_id = (await scene.order(order_id) and await scene.guest.get("/api/v1.0/user")).data["user_id"]
    await post.mail_address(guest_id)
    await post.browser(guest_id)
    await post.send()
    await post.send()
    for channel, provider in post.providers.items():
        texts = [text for to, text in provider.taken if to.user_id == guest_id]
        assert [text.kind for text in texts] == ["accepted"], channel
        assert (texts[0].language, texts[0].url) == ("zh", f"/orders/{order_id}")
        assert "{" not in texts[0].title + texts[0].body
