"""Every package that is installed is pinned by a hash, and the locks say what requirements*.txt ask for."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WANTED = sorted(ROOT.glob("requirements*.txt"))
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[\w,]+\])?==([^\s;]+)", re.MULTILINE)
_HASHED = re.compile(r"^\S+==\S+(?: ; [^\n]+?)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """Package, as PyPI normalises its name, to version."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in _PIN.findall(text)}


def wanted(path: Path) -> dict[str, str]:
    """The pins of a file and of those that it includes."""
    text = path.read_text()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    included = [line.removeprefix("-r ") for line in lines if line.startswith("-r ")]
    found = pins(text)
    assert len(found) + len(included) == len(lines), "a line is neither a pin nor an include"
    for name in included:
        found |= wanted(ROOT / name)
    return found


@pytest.mark.parametrize("path", WANTED, ids=lambda path: path.name)
def test_a_lock_holds_what_is_wanted(path: Path) -> None:
    locked = pins(path.with_suffix(".lock").read_text())
    differing = {name: version for name, version in wanted(path).items() if locked.get(name) != version}
    assert differing == {}, "make lock"


@pytest.mark.parametrize("path", WANTED, ids=lambda path: path.name)
def test_every_package_of_a_lock_has_hashes(path: Path) -> None:
    text = path.with_suffix(".lock").read_text()
    assert len(_HASHED.findall(text)) == len(pins(text)) > 0


def test_the_locks_agree_with_each_other() -> None:
    server, dev, bench = (
        pins((ROOT / f"requirements{kind}.lock").read_text()).items() for kind in ("", "-dev", "-bench")
    )
    assert server <= dev
    assert server <= bench
    together = {name for name, _ in dev} & {name for name, _ in bench}
    assert {pair for pair in dev if pair[0] in together} == {pair for pair in bench if pair[0] in together}


def test_make_installs_nothing_without_its_hash() -> None:
    makefile = (ROOT / "Makefile").read_text()
    installs = [line for line in makefile.splitlines() if "pip install" in line and "uv==" not in line]
    assert installs
    assert all("--require-hashes" in line for line in installs)


def test_every_npm_package_has_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert all(package["integrity"].startswith("sha512-") for name, package in packages.items() if name)
