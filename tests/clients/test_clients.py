"""The clients that are made from the OpenAPI document: they are current, their types hold, and each carries a stay from
registering to paying against the live server."""

import filecmp
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.live import ROOT, LiveServer
from tests.makers import WIDE, day, identity_number
from tests.pictures import picture
from tools.clients import CLIENTS, write

HERE = Path(__file__).parent
NODE_MODULES = ROOT / "node_modules"


def run(*command: str | Path, **settings: str) -> str:
    """What the command prints; it has to succeed."""
    path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"  # npm's Node, where the machine has none
    environment = os.environ | {"PATH": path} | settings
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_clients_are_current(tmp_path: Path) -> None:
    write(tmp_path)
    for path in sorted(path for path in tmp_path.rglob("*") if path.is_file()):
        committed = CLIENTS / path.relative_to(tmp_path)
        assert committed.exists(), f"make clients: {committed} is missing"
        assert filecmp.cmp(path, committed, shallow=False), f"make clients: {committed} is out of date"
    generated = {path.relative_to(tmp_path) for path in (tmp_path / "python").rglob("*.py")}
    assert {path.relative_to(CLIENTS) for path in (CLIENTS / "python").rglob("*.py")} == generated


def python_story(_: Path) -> list[str | Path]:
    """Checks the types of clients/python and of its story."""
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", ROOT / ".mypy_cache" / "clients"]
    run(*mypy, CLIENTS / "python" / "ihome_client", HERE / "story.py")
    return [sys.executable, HERE / "story.py"]


def typescript_story(directory: Path) -> list[str | Path]:
    """Compiles clients/typescript as the package that npm would install, and its story beside it."""
    installed = directory / "node_modules" / "ihome-client"
    shutil.copytree(CLIENTS / "typescript", installed)
    for package in ("openapi-fetch", "openapi-typescript-helpers", "@types"):
        (directory / "node_modules" / package).symlink_to(NODE_MODULES / package)
    run(NODE_MODULES / ".bin" / "tsc", "--project", installed)
    (directory / "package.json").write_text('{"type": "module"}')
    shutil.copy(HERE / "story.ts", directory)
    configuration = json.loads((HERE / "tsconfig.json").read_text()) | {"extends": f"{installed}/tsconfig.json"}
    (directory / "tsconfig.json").write_text(json.dumps(configuration))
    run(NODE_MODULES / ".bin" / "tsc", "--project", directory)
    return ["node", directory / "built" / "story.js"]


@pytest.mark.settings(**WIDE)
@pytest.mark.parametrize("prepare", [python_story, typescript_story])
def test_a_client_registers_publishes_searches_books_and_pays(
    prepare: Callable[[Path], list[str | Path]],
    start_server: Callable[..., LiveServer],
    outbox: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    command = prepare(tmp_path_factory.mktemp("story"))
    server = start_server()
    image = outbox / "house.jpg"
    image.write_bytes(picture())
    settings = {
        "base_url": server.base_url,
        "outbox": str(outbox),
        "picture": str(image),
        "host": {"mobile": "13900000001", "name": "张三", "id_card": identity_number(1)},
        "guest": {"mobile": "13900000002", "name": "李四", "id_card": identity_number(2)},
        "check_in": f"{day(10)}",
        "check_out": f"{day(12)}",
    }
    seen = json.loads(run(*command, json.dumps(settings), PYTHONPATH=str(CLIENTS / "python")))
    assert seen == {
        "found": True,
        "pictures": 1,
        "as_quoted": True,
        "refused": 4004,
        "status": "PAID",
        "address": "鼓楼东大街 1 号",
        "nights": 2,
        "events": ["book", "accept", "receive"],
    }


@pytest.fixture
def io_loop() -> None:
    """Nothing here runs in this process."""
