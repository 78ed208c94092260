"""The sources of templates, scripts and style sheets; the pages that they make are in tests/api/site."""

import re
from pathlib import Path

import pytest

from tools.command import Problem
from tools.templates import to_jinja, to_tornado

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static").glob("*.js"))
SHEETS = sorted((ROOT / "static").glob("*.css"))
LONGEST_LINE = 120


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_is_longer_than_an_editor_shows(path: Path) -> None:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [number for number, line in lines if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_that_djlint_reads_as_jinja_comes_back_as_it_was(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    assert to_tornado(to_jinja(template)) == template


def test_each_end_is_named_after_its_block() -> None:
    template = "{% for a in b %}{% if a %}{% raw a %}{% else %}{% end %}{% end %}"
    assert to_jinja(template) == "{% for a in b %}{% if a %}{% print a %}{% else %}{% endif %}{% endfor %}"


@pytest.mark.parametrize("template", ["{% if a %}", "{% end %}"])
def test_a_block_that_is_not_closed_once_is_refused(template: str) -> None:
    with pytest.raises(Problem):
        to_jinja(template)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_begins_with_the_pages_that_it_serves(path: Path) -> None:
    assert re.match(r"// .*\bpages?\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_class_and_id_of_a_style_sheet_is_on_a_page(path: Path) -> None:
    style = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"[.#]([a-z][\w-]*)", " ".join(re.findall(r"([^{}]+){", style))))
    makers = (*TEMPLATES, *SCRIPTS, ROOT / "utils" / "markdown.py", *(ROOT / "handlers" / "site").glob("*.py"))
    pages = " ".join(path.read_text(encoding="utf-8") for path in makers)
    assert {name for name in named if not name.startswith("leaflet-")} - set(re.findall(r"[\w-]+", pages)) == set()
