"""Services of other companies that refuse: what users are told, and what is tried again."""

from collections.abc import Iterator

import pytest
from prometheus_client import REGISTRY
from tornado.ioloop import IOLoop

from config import Config
from services.deps import Deps
from services.houses import pictures
from tests.aliyun import KEY_ID, KEY_SECRET, AliyunService
from tests.buckets import ACCESS_KEY, BUCKET, SECRET_KEY, BucketService, OssHandler
from tests.client import Client
from tests.makers import Makers, mobile
from tests.pictures import form, picture


@pytest.fixture
def sms_service(io_loop: IOLoop) -> Iterator[AliyunService]:
    service = AliyunService()
    yield service
    io_loop.run_sync(service.close)


@pytest.fixture
def bucket(io_loop: IOLoop) -> Iterator[BucketService]:
    service = BucketService(OssHandler)
    yield service
    io_loop.run_sync(service.close)


@pytest.fixture
def config(config: Config, sms_service: AliyunService, bucket: BucketService) -> Config:
    """SMS and pictures leave for other companies."""
    return Config.model_validate(
        config.model_dump(include=config.model_fields_set)
        | {
            "sms": "aliyun",
            "aliyun_access_key_id": KEY_ID,
            "aliyun_access_key_secret": KEY_SECRET,
            "aliyun_sms_endpoint": sms_service.endpoint,
            "aliyun_sms_sign_name": "爱家",
            **{f"aliyun_sms_template_{purpose}": f"SMS_{purpose}" for purpose in ("register", "login", "reset")},
            "storage": "oss",
            "media_url": "https://media.example",
            "oss_access_key_id": ACCESS_KEY,
            "oss_access_key_secret": SECRET_KEY,
            "oss_endpoint": bucket.endpoint,
            "oss_bucket": BUCKET,
        }
    )


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("ihome_sms_sent_total", {"outcome": outcome}) or 0.0


async def test_an_sms_that_does_not_leave_is_told_and_counted(
    client: Client, make: Makers, sms_service: AliyunService
) -> None:
    before = counted("failed"), counted("sent")
    sms_service.mode = "refuse"
    request = {"mobile": mobile(), "id": "p", "text": await make.picture("p")}
    answer = await client.post("/api/v1.0/smscode", request)
    assert (answer.status, answer.errno, answer.errmsg) == (502, 4301, "发送失败")
    assert (counted("failed"), counted("sent")) == (before[0] + 1, before[1])
    sms_service.mode = "ok"
    request = {"mobile": mobile(), "id": "p", "text": await make.picture("p")}
    assert (await client.post("/api/v1.0/smscode", request)).errno == 0
    assert (counted("failed"), counted("sent")) == (before[0] + 1, before[1] + 1)


async def test_a_picture_that_is_not_stored_is_told_and_changes_nothing(
    client: Client, make: Makers, bucket: BucketService
) -> None:
    await make.sign_in(client)
    bucket.mode = "refuse"
    body, headers = form(picture(), "avatar")
    answer = await client.post("/api/v1.0/user/avatar", body=body, headers=headers)
    assert (answer.status, answer.errno, answer.errmsg) == (502, 4301, "图片上传失败")
    assert (await client.get("/api/v1.0/user")).data["avatar"] is None


async def test_the_sweeper_tries_again_what_the_storage_refused_to_delete(
    deps: Deps, make: Makers, bucket: BucketService
) -> None:
    await pictures.store(deps, {"avatars/lost.jpg": (b"x", "image/jpeg")})
    await make.change("UPDATE objects SET created_at = NOW(6) - INTERVAL 2 HOUR")
    bucket.mode = "refuse"
    assert await pictures.sweep(deps) == 0
    assert bucket.contents == {"avatars/lost.jpg": (b"x", "image/jpeg")}
    bucket.mode = "ok"
    assert await pictures.sweep(deps) == 1
    assert bucket.objects == {}
    assert await pictures.sweep(deps) == 0
