"""The API's document, and the page that shows it."""

import json
import re
from typing import Any

from openapi_spec_validator import validate

from handlers.routes import ROUTES
from tests.client import Client


async def test_the_document_describes_every_route(client: Client) -> None:
    described_rows = [row for row in ROUTES if row.surface.documented]
    answer = await client.get("/api/v1.0/openapi.json")
    assert answer.headers["Content-Type"].startswith("application/vnd.oai.openapi+json")
    document = answer.json
    assert document["openapi"] == "3.1.0"
    described = {(verb.upper(), path) for path, verbs in document["paths"].items() for verb in verbs}
    assert described == {(row.verb, row.path.replace("<", "{").replace(">", "}")) for row in described_rows}
    operations = [operation for verbs in document["paths"].values() for operation in verbs.values()]
    assert len({operation["operationId"] for operation in operations}) == len(described_rows)
    closed = [operation for operation in operations if operation["security"]]
    assert len(closed) == len([row for row in described_rows if not row.public])
    again = await client.get("/api/v1.0/openapi.json", headers={"If-None-Match": answer.headers["Etag"]})
    assert again.status == 304


async def test_what_a_form_asks_for_is_in_the_document(client: Client) -> None:
    document = (await client.get("/api/v1.0/openapi.json")).json
    paths = document["paths"]
    body = _body(document, paths["/api/v1.0/houses"]["post"])
    assert set(body["required"]) >= {"title", "price", "area_id"}
    assert body["properties"]["room_count"].items() >= {"type": "integer", "minimum": 1, "maximum": 50}.items()
    assert "title" not in body["properties"]["room_count"]
    search = {parameter["name"]: parameter for parameter in paths["/api/v1.0/houses"]["get"]["parameters"]}
    assert search["sk"]["schema"]["enum"] == ["new", "booking", "price-inc", "price-des"]
    upload = paths["/api/v1.0/user/avatar"]["post"]["requestBody"]["content"]
    assert list(upload["multipart/form-data"]["schema"]["properties"]) == ["avatar"]


async def test_fields_that_an_answer_shares_with_others_are_described_too(client: Client) -> None:
    schemas = (await client.get("/api/v1.0/openapi.json")).json["components"]["schemas"]
    for name in ("HouseCardView", "OwnHouseCardView", "OwnHouseView", "CandidateView", "PricesView"):
        assert [field for field, known in schemas[name]["properties"].items() if "description" not in known] == []


async def test_a_field_that_may_be_empty_is_described_as_the_same_field_elsewhere(client: Client) -> None:
    document = (await client.get("/api/v1.0/openapi.json")).json
    paths = document["paths"]
    optional = {
        "piccode_id": _body(document, paths["/api/v1.0/sessions"]["post"])["properties"]["piccode_id"],
        "precodeid": _query(paths["/api/pitcode"]["get"])["precodeid"],
    }
    for name, described in optional.items():
        assert "^[A-Za-z0-9_-]{1,64}$" in json.dumps(described), name


def _body(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    schema: dict[str, Any] = document["components"]["schemas"][reference.rpartition("/")[2]]
    return schema


def _query(operation: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: each["schema"] for each in operation["parameters"]}


async def test_the_document_is_valid_and_every_reference_leads_somewhere(client: Client) -> None:
    document = (await client.get("/api/v1.0/openapi.json")).json
    validate(document)
    for reference in set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(document))):
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]


async def test_one_kind_of_body_an_operation(client: Client) -> None:
    """A generator makes one function of an operation, whose argument has one type."""
    kinds = set()
    for verbs in (await client.get("/api/v1.0/openapi.json")).json["paths"].values():
        for operation in verbs.values():
            if "requestBody" in operation:
                (kind,) = operation["requestBody"]["content"]
                kinds.add(kind)
    assert kinds == {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}


async def test_what_the_path_says_is_asked_for_once(client: Client) -> None:
    paths = (await client.get("/api/v1.0/openapi.json")).json["paths"]
    picture = {each["name"]: each for each in paths["/api/v1.0/imagecode/{id}"]["get"]["parameters"]}
    assert {name: (each["in"], each["required"]) for name, each in picture.items()} == {
        "id": ("path", True),
        "precodeid": ("query", False),
    }
    assert picture["id"]["schema"]["pattern"] == "^[A-Za-z0-9_-]{1,64}$"
    assert (await client.get("/api/v1.0/imagecode/A")).status == 200
    for path, verbs in paths.items():
        for operation in verbs.values():
            in_path = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
            assert in_path == set(re.findall(r"{(\w+)}", path))


async def test_what_needs_a_real_name_says_so(client: Client) -> None:
    paths = (await client.get("/api/v1.0/openapi.json")).json["paths"]
    for path in ("/api/v1.0/orders", "/api/order", "/api/v1.0/houses", "/api/house/newhouse"):
        assert "needs a real name on file" in paths[path]["post"]["description"]


async def test_the_page_needs_nothing_from_elsewhere(client: Client) -> None:
    page = await client.get("/docs")
    assert page.status == 200
    assert b"//" not in page.body.replace(b"<!doctype html>", b"")
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    for path in ("/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/favicon-32x32.png", "/static/docs.js"):
        assert (await client.get(path)).status == 200
    for path in ("/docs/../server.py", "/docs/LICENSE", "/static/../config.py", "/docs/nothing.js"):
        assert (await client.get(path)).status == 404
