"""A server and a worker on a machine whose disks are all read-only: only /dev, with its shared memory, takes writes."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.ioloop import IOLoop

from config import Config, environment
from tests.alipay import AlipayGateway
from tests.aliyun import KEY_ID, KEY_SECRET, AliyunService
from tests.buckets import BucketService, OssHandler
from tests.client import Client
from tests.live import ROOT, LiveServer
from tests.makers import HOUSE, PASSWORD, Makers, day, identity_number
from tests.pictures import form, picture
from tests.platform import Platform
from tools import local_oss

_KEPT = "proc|sysfs|cgroup2?|devpts|devtmpfs|nsfs"
_REMOUNT = f"""
awk '$3 !~ /^({_KEPT})$/ && $2 != "/dev/shm" {{print $2}}' /proc/self/mounts | sort -u |
while read -r place; do mount -o remount,bind,ro "$place" || exit 97; done || exit 97
exec "$@"
"""
READ_ONLY = ("unshare", "--mount", "--propagation", "private", "sh", "-c", _REMOUNT, "sh")
"""Runs a command with every disk read-only, for itself and its children."""


@pytest.fixture(autouse=True)
def _needs_namespaces(tmp_path: Path) -> None:
    made = subprocess.run([*READ_ONLY, "touch", str(tmp_path / "written")], capture_output=True, text=True, check=False)
    if made.returncode == 0 or "Read-only file system" not in made.stderr:
        pytest.skip(f"a mount namespace of our own needs root: {made.stderr.strip()}")


@pytest.fixture
def services(io_loop: IOLoop) -> Iterator[tuple[AliyunService, BucketService, AlipayGateway, Platform]]:
    made = AliyunService(), BucketService(OssHandler), AlipayGateway(), Platform()
    yield made
    for service in made:
        io_loop.run_sync(service.close)


@pytest.fixture
def diskless(config: Config, services: tuple[AliyunService, BucketService, AlipayGateway, Platform]) -> dict[str, Any]:
    """Settings that name no directory."""
    sms, bucket, bank, _ = services
    settings = config.model_dump(include=config.model_fields_set - {"outbox", "media"})
    templates = {f"aliyun_sms_template_{purpose}": f"SMS_{purpose}" for purpose in ("register", "login", "reset")}
    aliyun = {"aliyun_access_key_id": KEY_ID, "aliyun_access_key_secret": KEY_SECRET, "aliyun_sms_sign_name": "爱家"}
    pictures = local_oss.settings(bucket.endpoint, "/media")
    rest = {"sms": "aliyun", "aliyun_sms_endpoint": sms.endpoint, "feed_private": True, "lame_duck_seconds": 0.3}
    return settings | templates | aliyun | pictures | rest | bank.settings()


async def test_everything_works_on_a_read_only_disk(
    diskless: dict[str, Any],
    services: tuple[AliyunService, BucketService, AlipayGateway, Platform],
    make: Makers,
    tmp_path: Path,
) -> None:
    sms, bucket, _, platform = services
    server = LiveServer(diskless, tmp_path / "server.log", processes=2, prefix=READ_ONLY)
    try:
        host, guest = (Client(AsyncHTTPClient(), server.base_url) for _ in range(2))
        for number, client in enumerate((host, guest)):
            user = await make.user()
            credentials = {"mobile": user.mobile, "password": PASSWORD}
            assert (await client.post("/api/v1.0/sessions", credentials)).errno == 0
            identity = {"real_name": "张三", "id_card": identity_number(900_000 + number)}
            assert (await client.post("/api/v1.0/user/auth", identity)).errno == 0
        # codes
        assert (await guest.get("/api/v1.0/imagecode/p")).status == 200
        code = {"mobile": user.mobile, "id": "p", "text": await make.picture("p"), "purpose": "login"}
        assert (await guest.post("/api/v1.0/smscode", code)).errno == 0
        assert len(sms.sent) == 1
        # pictures: one is longer than what other readers of multipart forms hold in memory
        body, headers = form(picture(), "avatar")
        avatar = (await host.post("/api/v1.0/user/avatar", body=body, headers=headers)).data["avatar_url"]
        house_id = (await host.post("/api/v1.0/houses", HOUSE)).data["house_id"]
        body, headers = form(picture(1600, 1200, "PNG", compress_level=0), "house_image")
        shown = await host.post(f"/api/v1.0/houses/{house_id}/images", body=body, headers=headers)
        assert (shown.status, avatar.partition("/media/")[2] in bucket.objects) == (201, True)
        assert len(bucket.objects) == 7
        # an order, as far as the payment service
        stay = {"house_id": house_id, "start_date": f"{day(20)}", "end_date": f"{day(22)}"}
        order_id = (await guest.post("/api/v1.0/orders", stay)).data["order_id"]
        assert (await host.put(f"/api/v1.0/orders/{order_id}/status", {"action": "accept"})).errno == 0
        assert (await guest.put(f"/api/v1.0/orders/{order_id}/status", {"action": "pay"})).errno == 0
        # pages, compressed and not
        for path in ("/", "/search", f"/houses/{house_id}", "/api/v1.0/houses"):
            assert (await guest.get(path, headers={"Accept-Encoding": "br"})).status == 200, path
        # a worker, which reads another platform's calendar
        platform.take(day(40), 3)
        assert (await host.post(f"/api/v1.0/houses/{house_id}/feeds", {"url": platform.url})).status == 201
        command = [*READ_ONLY, sys.executable, "-m", "tools.worker", "--once"]
        worker = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment(**diskless))
        assert await worker.wait() == 0
        taken = stay | {"start_date": f"{day(41)}", "end_date": f"{day(42)}"}
        assert (await guest.post("/api/v1.0/orders", taken)).status == 409
    finally:
        server.stop()
    log = server.log.read_text()
    assert "Read-only" not in log
    assert "Traceback" not in log
