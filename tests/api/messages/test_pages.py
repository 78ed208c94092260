"""The pages of messages, as browsers without script get them."""

import re

import pytest

from tests.api.messages.talk import begin, say
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
HOSTILE = "<img src=x onerror=alert(1)> {{ 7*7 }} 12345\n第二行"


async def test_a_thread_can_be_read_without_script(scene: Scene) -> None:
    thread = await begin(scene)
    await say(scene.guest, thread, HOSTILE)
    page = (await scene.host.get(f"/messages/{thread}")).body.decode()
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} 12345\n第二行" in page
    assert "<img src=x" not in page
    assert re.search(r'<form id="composer"[^>]*method="post"', page)
    sent = await scene.host.post(f"/messages/{thread}", form={"text": "x"})
    assert (sent.status, sent.headers["Location"]) == (303, f"/messages/{thread}#unsent")
    listed = (await scene.host.get("/messages")).body.decode()
    assert f'href="/messages/{thread}"' in listed
    assert "&lt;img" in listed


async def test_a_page_before_the_first_message_begins_nothing(scene: Scene, make: Makers) -> None:
    order = await scene.book()
    for path in (f"/houses/{scene.house_id}/contact", f"/orders/{order}/contact"):
        assert (await scene.guest.get(path)).status == 200
    assert await make.rows("SELECT id FROM threads") == []
    thread = await begin(scene)
    for path in (f"/houses/{scene.house_id}/contact", f"/orders/{order}/contact"):
        answer = await scene.guest.get(path)
        assert (answer.status, answer.headers["Location"]) == (303, f"/messages/{thread}")
    assert (await scene.host.get(f"/orders/{order}/contact")).headers["Location"] == f"/messages/{thread}"
    stranger = await scene.another_guest()
    for path in (f"/messages/{thread}", f"/orders/{order}/contact"):
        assert (await stranger.get(path)).status == 404
    assert (await scene.host.get(f"/houses/{scene.house_id}/contact")).status == 403


async def test_admins_read_reports_page_by_page(scene: Scene, make: Makers) -> None:
    thread = await begin(scene)
    assert (await scene.host.get("/admin/reports")).status == 403
    await make.change("UPDATE users SET is_admin = TRUE WHERE id = %s", scene.host_id)
    assert "没有被举报的消息" in (await scene.host.get("/admin/reports")).body.decode()
    for number, text in enumerate(["第一条", *["又一条"] * 19, HOSTILE]):
        message = (await say(scene.guest, thread, text)).data["message"]["message_id"]
        reason = {"reason": f"原因{number}<b>"}
        assert (await scene.host.post(f"/api/v1.0/messages/{message}/report", reason)).errno == 0
    await say(scene.guest, thread, "没有人举报")
    page = (await scene.host.get("/admin/reports")).body.decode()
    assert re.findall(r"原因(\d+)&lt;b&gt;</h2>", page) == [f"{number}" for number in range(20, 0, -1)]
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} 12345\n第二行" in page
    assert not any(text in page for text in ("第一条", "没有人举报", f"/messages/{thread}"))
    [following] = re.findall(r'href="(/admin/reports\?after=\d+)"', page)
    last = (await scene.host.get(following)).body.decode()
    assert "第一条" in last
    assert "?after=" not in last
    assert "没有更早的举报" in (await scene.host.get("/admin/reports?after=1")).body.decode()
    assert (await scene.host.get("/admin/reports?after=x")).status == 400
    assert 'href="/admin/reports"' in (await scene.host.get("/admin")).body.decode()


async def test_links_are_clickable_once_a_stay_is_paid(scene: Scene) -> None:
    thread = await begin(scene)
    await say(scene.guest, thread, "看 https://a.example/x?y=1&z=<b> 和 http://u@b.example/")
    page = (await scene.host.get(f"/messages/{thread}")).body.decode()
    assert 'href="https://a.example' not in page
    assert "支付前请勿在平台外联系或付款" in page
    await scene.paid()
    page = (await scene.host.get(f"/messages/{thread}")).body.decode()
    link = '<a href="https://a.example/x?y=1&amp;z=" target="_blank" rel="nofollow noopener noreferrer">'
    assert f"看 {link}https://a.example/x?y=1&amp;z=</a> <small>(a.example)</small>&lt;b&gt; 和" in page
    assert 'href="http://u@' not in page
