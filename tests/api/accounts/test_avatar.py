"""Avatars, as the three documents have them, and what nobody should send as one."""

from collections import Counter
from pathlib import Path

import pytest

from models.houses import images
from services.deps import Deps
from services.houses import pictures
from tests.client import Answer, Client, race, raw
from tests.makers import PATIENT, Makers
from tests.pictures import bomb, form, opened, picture, with_gps


async def upload(client: Client, content: bytes, path: str = "/api/v1.0/user/avatar", field: str = "avatar") -> Answer:
    body, headers = form(content, field)
    return await client.post(path, body=body, headers=headers)


@pytest.mark.parametrize("path", ["/api/profile/avatar", "/api/profile/avator", "/api/profile/avatar/"])
@pytest.mark.parametrize("field", ["avatar", "avator", "file"])
async def test_d0_5_and_d3_8_the_ajax_answer(client: Client, make: Makers, path: str, field: str) -> None:
    user = await make.sign_in(client)
    answer = await upload(client, picture(), path, field)
    assert answer.status == 200
    url = answer.json["url"]
    assert answer.data == {"url": url, "up_name": user.name, "up_mobile": user.mobile}
    assert answer.json["errno"] == answer.json["errcode"] == 0
    assert (await client.get("/api/profile")).json["up_avatar"] == url


async def test_d2_6_the_rest_answer_and_the_picture_itself(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await upload(client, with_gps())
    assert (answer.status, answer.errno, answer.errmsg) == (200, 0, "头像上传成功")
    url = answer.data["avatar_url"]
    assert (await client.get("/api/v1.0/user")).data["avatar"] == url
    served = await client.get(url)
    assert (served.status, served.headers["Content-Type"]) == (200, "image/jpeg")
    assert served.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert served.headers["X-Request-Id"]
    assert "Server" not in served.headers
    assert served.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert opened(served.body).size == (256, 256)
    assert b"SECRET" not in served.body


async def test_the_old_avatar_is_gone_once_the_new_one_stands(client: Client, make: Makers, outbox: Path) -> None:
    await make.sign_in(client)
    first = (await upload(client, picture())).data["avatar_url"]
    second = (await upload(client, picture())).data["avatar_url"]
    assert first != second
    assert (await client.get(first)).status == 404
    assert (await client.get(second)).status == 200
    assert len(list((outbox / "media" / "avatars").iterdir())) == 1
    assert len(await make.rows("SELECT name FROM objects")) == 1


@pytest.mark.settings(**PATIENT)
async def test_twenty_uploads_at_once_leave_one_picture(
    http_server: object, http_port: int, client: Client, make: Makers, outbox: Path
) -> None:
    await make.sign_in(client)
    body, headers = form(picture())
    request = raw("POST", "/api/v1.0/user/avatar", body=body, headers=headers, session=client.session)
    answers = await race(http_port, [request] * 20)
    assert Counter(answer.status for answer in answers) == {200: 10, 429: 10}
    [shown] = {(await client.get("/api/v1.0/user")).data["avatar"]}
    [kept] = (outbox / "media" / "avatars").iterdir()
    assert shown == f"/media/avatars/{kept.name}"


@pytest.mark.parametrize("content", [b"", b"hello", b"<svg onload=alert(1)>", picture()[:500]], ids=range(4))
async def test_what_is_no_picture_is_refused_and_the_old_one_stays(
    client: Client, make: Makers, content: bytes
) -> None:
    await make.sign_in(client)
    before = (await upload(client, picture())).data["avatar_url"]
    answer = await upload(client, content)
    assert (answer.status, answer.fields) == (400, {"avatar": "请上传 JPEG、PNG 或 WebP 图片"})
    assert (await client.get("/api/v1.0/user")).data["avatar"] == before


async def test_a_bomb_is_refused(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await upload(client, bomb(20_000, 20_000))
    assert (answer.status, list(answer.fields)) == (400, ["avatar"])


async def test_two_mebibytes_are_the_most(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    padded = picture() + b"\0" * (2 * 1024**2 - len(picture()))
    assert (await upload(client, padded)).errno == 0
    for too_large in (padded + b"\0", padded * 4):
        answer = await upload(client, too_large)
        assert (answer.status, answer.errno) == (413, 4103)
    answer = await upload(client, padded * 4, "/api/profile/avatar")
    assert (answer.status, answer.errno) == (413, 4103)


async def test_no_file_or_no_form_is_a_parameter_error(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    empty = await client.post("/api/v1.0/user/avatar", body=b"--x--\r\n", headers=form(b"")[1])
    assert (empty.status, empty.fields) == (400, {"avatar": "请选择一个文件"})
    assert (await client.post("/api/v1.0/user/avatar", {"avatar_url": "http://evil.example/x"})).status == 415


async def test_a_clients_file_name_names_nothing(client: Client, make: Makers, outbox: Path) -> None:
    await make.sign_in(client)
    body, headers = form(picture(), name="../../../etc/passwd.html")
    url = (await client.post("/api/v1.0/user/avatar", body=body, headers=headers)).data["avatar_url"]
    assert url.startswith("/media/avatars/")
    assert url.endswith(".jpg")
    assert "passwd" not in url


ODD_PATHS = ["/media/", "/media/avatars/", "/media/../config.py", "/media/%2e%2e/sms-outbox.jsonl", "/media/x%00.jpg"]
ODD_PATHS += [
    "/media/avatars/%2e%2e%2f%2e%2e%2fsms-outbox.jsonl",
    "/media//etc/passwd",
    f"/media/avatars/{'0' * 32}.jpg",
]


@pytest.mark.parametrize("path", ODD_PATHS)
async def test_nothing_but_pictures_is_served(client: Client, make: Makers, outbox: Path, path: str) -> None:
    (outbox / "sms-outbox.jsonl").write_text("secret")
    await make.sign_in(client)
    await upload(client, picture())
    answer = await client.get(path)
    assert (answer.status, answer.errno) == (404, 4002)


async def test_what_no_row_names_is_swept_when_it_is_old(
    client: Client, make: Makers, deps: Deps, outbox: Path
) -> None:
    await make.sign_in(client)
    kept = (await upload(client, picture())).data["avatar_url"]
    await pictures.store(deps, {"avatars/lost.jpg": (b"x", "image/jpeg"), "avatars/new.jpg": (b"x", "image/jpeg")})
    await make.change("UPDATE objects SET created_at = NOW(6) - INTERVAL 2 HOUR WHERE name <> 'avatars/new.jpg'")
    assert await pictures.sweep(deps) == 1
    names = {path.name for path in (outbox / "media" / "avatars").iterdir()}
    assert names == {"new.jpg", Path(kept).name}


@pytest.mark.settings(media="/proc/nowhere")
async def test_a_disk_that_cannot_be_written_is_a_507(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await upload(client, picture())
    assert (answer.status, answer.errno, answer.errmsg) == (507, 4302, "文件读写错误")
    assert (await client.get("/api/v1.0/user")).data["avatar"] is None


async def test_a_user_without_pictures_has_no_bytes_of_them(deps: Deps, make: Makers) -> None:
    user = await make.user()
    async with deps.db.connection() as queries:
        assert await images.bytes_of_user(queries, user.id) == 0
