"""What a reader of the OpenAPI document, and a generator of clients, need beyond what the standard asks for."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live import ROOT
from tools import openapi

DOCUMENT: dict[str, Any] = json.loads(openapi.text())
OPERATIONS = {
    operation["operationId"]: operation for verbs in DOCUMENT["paths"].values() for operation in verbs.values()
}
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The component that a reference means; any other schema as it is."""
    return SCHEMAS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def properties(schema: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, at any depth, but not behind references."""
    if isinstance(schema, list):
        for part in schema:
            yield from properties(part, place)
    elif isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            yield f"{place}.{name}", part
            yield from properties(part, f"{place}.{name}")
        for key in ("items", "additionalProperties", "anyOf", "oneOf"):
            yield from properties(schema.get(key), place)


def test_every_property_has_a_description() -> None:
    bodies = [
        (name, content["schema"])
        for name, operation in OPERATIONS.items()
        for content in operation.get("requestBody", {"content": {}})["content"].values()
    ]
    places = [found for name, schema in [*SCHEMAS.items(), *bodies] for found in properties(schema, name)]
    assert len(places) > 300
    assert [place for place, schema in places if not resolved(schema).get("description")] == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_explains_itself(name: str) -> None:
    """A summary in the imperative, its parameters with descriptions, and examples of all that has to be sent."""
    operation = OPERATIONS[name]
    assert re.fullmatch(r"[A-Z][^.\n]{3,79}", operation["summary"])
    for parameter in operation["parameters"]:
        assert parameter["description"], parameter["name"]
        schema = parameter["schema"]
        assert not parameter["required"] or "examples" in schema or "enum" in schema, parameter["name"]
    for kind, content in operation.get("requestBody", {"content": {}})["content"].items():
        assert kind == "multipart/form-data" or content["example"], kind
    for response in operation["responses"].values():
        for kind, content in response.get("content", {}).items():
            refused = "Refusal" in json.dumps(content["schema"])
            assert kind != "application/json" or refused or content["example"]


def test_names_of_operations_say_what_they_do() -> None:
    """A verb and its object, in snake case: generated clients have a function of that name."""
    verbs = {
        "add", "agree", "block", "book", "change", "check", "comment", "connect", "count", "delete",
        "disconnect", "draw", "end", "export", "follow", "issue", "list", "login", "logout", "pay", "publish",
        "quote", "refresh", "register", "remove", "renew", "replace", "reply", "report", "reset", "review", "search",
        "send", "set", "show", "sort", "suggest", "take", "unblock",
    }  # fmt: skip
    for name in OPERATIONS:
        assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", name)
        assert name.split("_")[0] in verbs | {"ajax"}


def test_an_alias_is_deprecated() -> None:
    deprecated = {name for name, operation in OPERATIONS.items() if operation.get("deprecated")}
    assert deprecated == {
        "ajax_get_house_list2",
        "ajax_get_house_myhouse",
        "ajax_get_pitcode",
        "ajax_post_house_info",
        "ajax_post_profile_avator",
        "list_notices",
    }


def test_tags_and_servers() -> None:
    tags = [tag["name"] for tag in DOCUMENT["tags"]]
    used = list(dict.fromkeys(tag for operation in OPERATIONS.values() for tag in operation["tags"]))
    assert set(used) == set(tags)
    assert tags[0] == "Accounts"
    assert DOCUMENT["servers"] == [{"url": openapi.URL}]


def test_redocly_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    file.write_bytes(openapi.text())
    path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"  # npm's Node, where the machine has none
    command = ["node", Path(__file__).with_name("lint_openapi.mjs"), file]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PATH": path})
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def test_the_clients_document_has_no_operations_for_older_clients() -> None:
    document = json.loads(openapi.text(ajax=False))
    assert all(not path.startswith("/api/") or path.startswith("/api/v1.0/") for path in document["paths"])
    assert "AjaxRefusal" not in document["components"]["schemas"]
    assert not [tag for tag in document["tags"] if "AJAX" in tag["name"]]
