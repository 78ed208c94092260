"""Every page in its states, against the HTML standard, by html-validate (https://html-validate.org)."""

import json
import os
import subprocess
from itertools import count
from pathlib import Path

import pytest

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.api.messages.talk import begin, say
from tests.client import Client
from tests.live import ROOT
from tests.makers import WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
VALIDATE = ROOT / "node_modules" / ".bin" / "html-validate"
HTML = {"Accept": "text/html,application/xhtml+xml"}


class Pages:
    """Saves pages to files, and validates them together: html-validate takes a second to start."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._headers = HTML | {"Accept-Language": language}
        self._numbers = count()
        self._paths: dict[str, str] = {}

    async def save(self, client: Client, *paths: str, status: int = 200) -> None:
        for path in paths:
            answer = await client.get(path, headers=self._headers)
            assert answer.status == status, path
            file = self._folder / f"{next(self._numbers)}.html"
            file.write_bytes(answer.body)
            self._paths[str(file)] = path

    def faults(self) -> list[str]:
        report = self._folder / "report.json"
        command = [VALIDATE, "--config", ROOT / "htmlvalidate.config.mjs", f"--formatter=json={report}", *self._paths]
        path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"  # npm's Node, where the machine has none
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PATH": path}, check=False)
        assert done.returncode in (0, 1), done.stderr
        return [
            f"{self._paths[file['filePath']]}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
            for file in json.loads(report.read_bytes())
            for fault in file["messages"]
        ]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_every_page_is_valid_in_all_its_states(scene: Scene, make: Makers, tmp_path: Path, language: str) -> None:
    pages, nobody, newcomer = Pages(tmp_path, language), scene.new_client(), scene.new_client()
    await make.sign_in(newcomer)
    routes = [route for route in ROUTES if route.surface is PAGE and route.verb == "GET"]
    public = [route.path for route in routes if route.public and "<" not in route.path]
    house, own = f"/houses/{scene.house_id}", f"/host/houses/{scene.house_id}"
    stay, taken = (
        f"{house}/book?sd={s['start_date']}&ed={s['end_date']}&guests=2" for s in (scene.stay(), scene.stay(9))
    )

    # a house without pictures, reviews and orders; somebody without a real name
    await pages.save(nobody, *public, house, "/docs")
    await pages.save(nobody, "/search?sd=x&ed=y&q=%00&aid=x", status=400)
    await pages.save(nobody, "/nowhere", status=404)
    await pages.save(newcomer, "/me", "/me/identity", "/host", "/host/new", "/favourites", "/orders", stay)

    # all of them with something on them
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    for _ in range(2):
        await scene.host.post("/api/house/image", body=body, headers=headers)
    paid, number = await scene.paid(0, 2), await scene.begin_payment(await scene.accepted(4, 1))
    await scene.book(9, 2)
    await make.change("UPDATE orders SET comment = %s, reply = %s, rating = 4, commented_at = NOW(6)", "好", "谢谢")
    await make.change("UPDATE houses SET max_days = 30, description = %s, lat = 30.5, lng = 114.3", "安静")
    await pages.save(nobody, "/", "/search", "/search?q=nothing", house, f"/pay/{number}")
    await pages.save(scene.guest, *public, house, stay.replace("&guests=2", "&guests=1"), taken)
    await pages.save(scene.guest, "/me", "/me/profile", "/me/identity", "/me/devices", "/favourites", "/orders")
    await pages.save(scene.guest, f"/orders/{paid}")
    await pages.save(scene.host, house, "/host", "/host/new", "/host/orders", own, f"{own}/calendar", f"/orders/{paid}")
    new = f"{house}/contact"
    await pages.save(newcomer, "/messages", new)
    thread = await begin(scene)
    said = (await say(scene.guest, thread, "https://a.example 138 0013 8000")).data["message"]["message_id"]
    await scene.host.put("/api/v1.0/user/quick-replies", {"replies": ["好"]})
    for who in (scene.guest, scene.host):
        await pages.save(who, "/messages", "/messages?q=none", f"/messages/{thread}", f"/messages/{thread}?before=1")
    await pages.save(scene.host, f"{own}/rules")
    await make.change("UPDATE users SET is_admin = TRUE")
    await pages.save(scene.host, "/admin", "/admin/reports", "/me")
    await scene.host.post(f"/api/v1.0/messages/{said}/report", {"reason": "x"})
    await pages.save(scene.host, "/admin/reports", "/admin/reports?after=1")
    assert scene.deps.pay_page
    await scene.deps.pay_page.pay(number)
    await pages.save(nobody, f"/pay/{number}")
    for change in (
        "UPDATE houses SET review = 'pending'",
        "UPDATE houses SET review = 'rejected', review_reason = 'x'",
        "UPDATE houses SET review = 'approved', online = FALSE",
    ):
        await make.change(change)
        await pages.save(scene.host, "/host", own)
    assert "\n".join(pages.faults()) == ""
