"""Agreeing to the terms: at registering, and again when they have changed."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.client import Client
from tests.makers import PASSWORD, WIDE, Makers, mobile

pytestmark = pytest.mark.settings(**WIDE)
REGISTER = {"/api/v1.0/users": {}, "/api/register": {"password2": PASSWORD}}


async def registration(make: Makers, **more: Any) -> dict[str, Any]:
    number = mobile()
    return {"mobile": number, "sms_code": await make.sms_code(number), "password": PASSWORD} | more


async def version(client: Client) -> str:
    return str((await client.get("/api/v1.0/terms")).data["version"])


async def consents(make: Makers) -> list[dict[str, Any]]:
    return await make.rows("SELECT user_id, document, version, language, created_at FROM consents ORDER BY document")


async def test_the_current_versions_are_public(client: Client) -> None:
    terms = (await client.get("/api/v1.0/terms")).data
    assert [document["name"] for document in terms["documents"]] == ["terms", "privacy"]
    assert terms["version"] == max(document["version"] for document in terms["documents"])
    for document in terms["documents"]:
        assert document["version"] in (await client.get(document["url"])).body.decode()


@pytest.mark.parametrize("path", REGISTER)
async def test_a_consent_is_recorded_with_its_user(client: Client, make: Makers, path: str) -> None:
    asked = await registration(make, terms_version=await version(client), **REGISTER[path])
    before = datetime.now(UTC).replace(tzinfo=None)
    answer = await client.post(path, asked, headers={"Accept-Language": "en"})
    assert answer.errno == 0
    rows = await consents(make)
    assert [(row["user_id"], row["document"], row["language"]) for row in rows] == [
        (answer.data["user_id"], "terms", "en"),
        (answer.data["user_id"], "privacy", "en"),
    ]
    assert all(before <= row["created_at"] for row in rows)


@pytest.mark.parametrize("path", REGISTER)
@pytest.mark.parametrize("nothing", [{}, {"terms_version": ""}, {"terms_version": None}])
async def test_a_client_that_knows_no_terms_still_registers(
    client: Client, make: Makers, path: str, nothing: dict[str, Any]
) -> None:
    assert (await client.post(path, await registration(make, **REGISTER[path]) | nothing)).errno == 0
    assert await consents(make) == []


async def test_another_version_is_refused_by_naming_the_current_one_and_spends_no_code(
    client: Client, make: Makers
) -> None:
    asked = await registration(make)
    for wrong in ("2020-01-01", "9999-12-31"):
        refused = await client.post("/api/v1.0/users", asked | {"terms_version": wrong})
        assert refused.errno == 4103
        assert await version(client) in refused.fields["terms_version"]
    for malformed in ("x", "2026-1-1", "2026-01-01' OR 1", ["2026-01-01"], 1.5, {}):
        refused = await client.post("/api/v1.0/users", asked | {"terms_version": malformed})
        assert (refused.errno, list(refused.fields)) == (4103, ["terms_version"])
    assert await make.rows("SELECT id FROM users") == []
    right = await client.post("/api/v1.0/users", asked | {"terms_version": await version(client)})
    assert right.errno == 0


async def test_who_has_not_agreed_is_asked_until_they_do(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    assert 'id="consent"' in (await client.get("/me")).body.decode()
    current = {"terms_version": await version(client)}
    assert (await client.post("/api/v1.0/user/consents", {"terms_version": "2020-01-01"})).errno == 4103
    assert (await client.post("/api/v1.0/user/consents", {})).errno == 4103
    answers = await asyncio.gather(*(client.post("/api/v1.0/user/consents", current) for _ in range(5)))
    assert {answer.errno for answer in answers} == {0}
    assert [row["user_id"] for row in await consents(make)] == [user.id] * 2
    assert 'id="consent"' not in (await client.get("/me")).body.decode()


async def test_an_earlier_version_is_kept_and_does_not_count(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    current = {"terms_version": await version(client)}
    await client.post("/api/v1.0/user/consents", current)
    await make.change("UPDATE consents SET version = '2020-01-01' WHERE document = 'privacy'")
    assert 'id="consent"' in (await client.get("/me")).body.decode()
    await client.post("/api/v1.0/user/consents", current)
    assert len(await consents(make)) == 3


async def test_consents_go_with_their_user(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    await client.post("/api/v1.0/user/consents", {"terms_version": await version(client)})
    await make.change("DELETE FROM users WHERE id = %s", user.id)
    assert await consents(make) == []


async def test_the_page_of_registering_asks_for_the_current_version(client: Client) -> None:
    page = (await client.get("/register")).body.decode()
    assert f'value="{await version(client)}"' in page
    assert "checked" not in page
