"""Pages of other origins: those that are named may read the API, no other one ever."""

import pytest

from tests.client import Client
from tests.makers import Makers

NAMED = "https://m.ihome.example"
pytestmark = pytest.mark.settings(cors_origins=(NAMED,))
ASKED = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type"}


async def test_a_named_origin_reads_and_changes_with_its_cookie(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    origin = {"Origin": NAMED, "Sec-Fetch-Site": "same-site"}
    for answer in (
        await client.get("/api/v1.0/user", headers=origin),
        await client.put("/api/v1.0/user/name", {"name": "小王"}, headers=origin),
        await client.put("/api/v1.0/user/name", {"name": ""}, headers=origin),
        await client.get("/api/v1.0/areas", headers=origin),
        await client.get("/api/nowhere", headers=origin),
    ):
        assert answer.headers["Access-Control-Allow-Origin"] == NAMED
        assert answer.headers["Access-Control-Allow-Credentials"] == "true"
        assert "Origin" in answer.headers["Vary"]
    assert (await client.get("/api/check_login")).json["name"] == "小王"


async def test_a_preflight_says_which_verbs_there_are(client: Client) -> None:
    answer = await client.send("OPTIONS", "/api/v1.0/user/name", headers={"Origin": NAMED} | ASKED)
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["Access-Control-Allow-Methods"] == "PUT"
    assert answer.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type, Idempotency-Key"
    assert (await client.send("OPTIONS", "/api/nowhere", headers={"Origin": NAMED} | ASKED)).status == 404


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", f"{NAMED}.evil.example", "http://m.ihome.example", NAMED.upper(), "*", ""],
)
async def test_no_other_origin_is_sent_back(client: Client, make: Makers, origin: str) -> None:
    await make.sign_in(client)
    for verb, path in (("GET", "/api/v1.0/user"), ("OPTIONS", "/api/v1.0/user/name"), ("GET", "/api/v1.0/areas")):
        answer = await client.send(verb, path, headers={"Origin": origin} | ASKED)
        assert not [name for name in answer.headers if name.startswith("Access-Control")]
    assert (await client.put("/api/v1.0/user/name", {"name": "x"}, headers={"Origin": origin})).errno == 4201
