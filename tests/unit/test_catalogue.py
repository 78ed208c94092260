"""Every text that a user may read exists in English."""

import ast
import csv
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
TRANSLATED = re.compile(r"""(?:_\(|forms\(|plural\((?:[^()]|\([^()]*\))*?,\s)"([^"]+)"\)""")
"""`_("…")` and `plural(count, "…")` in a template."""
FORMS = {(), ("singular",), ("plural",)}
"""The third column of the catalogue, where a text depends on a number."""


def is_example(node: ast.AST) -> bool:
    """Whether it is what the API's document gives as an example."""
    return isinstance(node, ast.keyword) and node.arg == "examples"


def texts() -> set[str]:
    """Chinese literals of the source, without docstrings, and what templates have translated."""
    found = set()
    for folder in ("handlers", "services", "utils"):
        for path in (ROOT / folder).glob("**/*.py"):
            tree = ast.parse(path.read_text())
            examples = {id(part) for node in ast.walk(tree) if is_example(node) for part in ast.walk(node)}
            strings = {
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in examples
            }
            found |= {text for text in strings if CHINESE.search(text)}
    for path in (ROOT / "templates").rglob("*.html"):
        found |= set(re.findall(TRANSLATED, path.read_text()))
    return found


def test_the_english_catalogue_has_every_text_once_and_no_other() -> None:
    with (ROOT / "locale" / "en.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    catalogue = {row[0]: row[1] for row in rows}
    assert {tuple(row[2:]) for row in rows} <= FORMS
    assert [row for row, count in Counter((row[0], *row[2:]) for row in rows).items() if count > 1] == []
    numbered = {form: {row[0] for row in rows if row[2:] == [form]} for form in ("singular", "plural")}
    assert numbered["singular"] == numbered["plural"]
    assert set(catalogue) == texts()
    assert not [english for english in catalogue.values() if CHINESE.search(english) or not english]
