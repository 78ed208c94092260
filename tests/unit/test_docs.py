"""The documents agree with the code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import Config
from handlers.api.settings import ApiInfo
from handlers.routes import ROUTES, TAGS
from handlers.site.openapi import document as openapi
from services.errors import Refusal
from tools.endpoints import table
from tools.events import document as events
from tools.states import document as states
from utils.version import VERSION

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(path for name in ("docs", "deploy", ".github") for path in (ROOT / name).rglob("*.md"))]
)
CONTRACT = (ROOT / "docs" / "api-contract.md").read_text()
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
FOLDERS = ("bench", "handlers", "migrations", "models", "services", "static", "templates", "tests", "tools", "utils")
KINDS = ("*.py", "*.js", "*.html", "*.sql")
SOURCES = [path for name in FOLDERS for kind in KINDS for path in (ROOT / name).rglob(kind)]
SOURCES += [*ROOT.glob("*.py"), *ROOT.glob("*.toml"), *ROOT.glob("*.txt"), ROOT / "Makefile", ROOT / ".env.example"]


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from refusals(each)


def test_the_endpoint_table_is_the_route_table() -> None:
    assert (ROOT / "docs" / "endpoints.md").read_text() == table()


def test_the_picture_of_an_orders_states_is_their_table() -> None:
    assert (ROOT / "docs" / "orders.md").read_text() == states()


def test_the_page_of_events_is_their_types() -> None:
    """After a change of services/events/types.py: python -m tools.events > docs/events.md."""
    assert (ROOT / "docs" / "events.md").read_text() == events()


def test_every_limit_has_a_row_in_the_table_of_abuse() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", (ROOT / "docs" / "abuse.md").read_text(), re.MULTILINE)
    assert set(re.findall(r"`(\w+_(?:per|overall)\w*)`", " ".join(rows))) == set(Config().rates)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    text = document.read_text().replace("`T/", "`tests/torture/")
    names = re.findall(r"`((?:tests|handlers|services|models|utils|tools|docs|locale|bench)/[\w./]*)`", text)
    names += re.findall(r'<img src="([^"]+)"', text)
    links = [f"{document.parent.relative_to(ROOT)}/{link}" for link in re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", text)]
    assert [name for name in names + links if not (ROOT / name).exists()] == []


def test_every_document_that_the_code_names_exists() -> None:
    """A comment cites documents of this repository only."""
    missing = {}
    for path in SOURCES:
        for name in re.findall(r"\b(?:docs/)?[\w-]+\.md\b", path.read_text()):
            if not any((folder / name).exists() for folder in (ROOT, ROOT / "docs", path.parent)):
                missing[path.relative_to(ROOT).as_posix()] = name
    assert missing == {}


def test_every_make_command_of_the_documents_exists() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for document in DOCUMENTS:
        commands = re.findall(r"(?:^|`)make ([a-z][a-z-]+)", document.read_text(), re.MULTILINE)
        assert set(commands) <= set(targets), document


def test_every_setting_that_the_documents_name_exists() -> None:
    known = set(re.findall(r"^#?(IHOME_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    for document in set(DOCUMENTS) - {ROOT / "CHANGELOG.md"}:
        named = set(re.findall(r"\bIHOME_[A-Z_]*[A-Z]\b", document.read_text()))
        assert {name for name in named if not any(each.startswith(name) for each in known)} == set(), document


def test_the_contract_has_every_errno_with_each_of_its_statuses() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| \w+ \| ([^|]*) \|", CONTRACT, re.MULTILINE))
    for each in refusals():
        assert str(each.status) in rows[str(each.errno)], each


def test_the_contract_has_every_reason_of_a_refusal() -> None:
    assert {each.reason for each in refusals()} - {""} <= set(re.findall(r"`(\w+)`", CONTRACT))


def test_the_readme_is_one_page_with_a_small_picture() -> None:
    text = (ROOT / "README.md").read_text()
    assert len(text.splitlines()) <= 90
    (picture,) = re.findall(r'<img src="([^"]+)"', text)
    assert (ROOT / picture).stat().st_size <= 200_000


def test_a_decision_is_a_page_and_the_index_lists_it() -> None:
    titles = [path.read_text().splitlines()[0].removeprefix("# ") for path in DECISIONS]
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    listed = re.findall(r"^- \[(.*?)\]\((.*?)\)$", index, re.MULTILINE)
    assert sorted(listed) == [(title, path.name) for title, path in zip(titles, DECISIONS, strict=True)]
    for number, path in enumerate(DECISIONS, start=1):
        lines = path.read_text().splitlines()
        assert lines[0].startswith(f"# {number:04}. ")
        assert path.name.startswith(f"{number:04}-")
        assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Decision", "## Consequences"]
        assert len(lines) <= 40, path


def test_the_changelog_and_the_openapi_document_have_the_version() -> None:
    releases = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert releases[:2] == ["Unreleased", VERSION]
    assert openapi(ROUTES, ApiInfo("", VERSION, "session_id", TAGS))["info"]["version"] == VERSION
