"""The documents that can be checked are."""

import re
from pathlib import Path

import pytest

from config import Config
from tools.endpoints import table
from tools.states import document as states

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_endpoint_table_is_the_route_table() -> None:
    assert (ROOT / "docs" / "endpoints.md").read_text() == table()


def test_the_picture_of_an_orders_states_is_their_table() -> None:
    assert (ROOT / "docs" / "orders.md").read_text() == states()


def test_every_limit_has_a_row_in_the_table_of_abuse() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", (ROOT / "docs" / "abuse.md").read_text(), re.MULTILINE)
    assert set(re.findall(r"`(\w+_(?:per|overall)\w*)`", " ".join(rows))) == set(Config().rates)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_a_document_names_exists(document: Path) -> None:
    text = document.read_text().replace("`T/", "`tests/torture/")
    names = re.findall(r"`((?:tests|handlers|services|models|utils|tools|docs|locale|bench)/[\w./]*)`", text)
    names += [f"{document.parent.relative_to(ROOT)}/{link}" for link in re.findall(r"\]\((?!http)([^)]+)\)", text)]
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_every_make_command_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for name in re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / "README.md").read_text(), re.MULTILINE):
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name
