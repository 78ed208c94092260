"""The README's lines, copied as they stand, beside the demo data of `make run`, twice in a row."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from config import Config, environment
from tests.live import ROOT, LiveServer


@pytest.mark.timeout(240)
def test_the_walk_through_runs_twice_in_a_row_beside_the_demo_data(
    start_server: Callable[..., LiveServer], config: Config, outbox: Path
) -> None:
    settings = environment(**config.model_dump(include=config.model_fields_set))
    subprocess.run([sys.executable, "-m", "tools.demo"], cwd=ROOT, env=settings, check=True, timeout=120)
    server = start_server()
    shown = [walk(server, outbox) for _ in range(2)]
    assert shown[0] != shown[1]
    for path in ("/api/v1.0/houses?aid=1&q=%E9%BC%93%E6%A5%BC", "/api/v1.0/houses/index"):
        with urlopen(server.base_url + path, timeout=10) as answer:  # noqa: S310  an http address of our own
            titles = [house["title"] for house in json.load(answer)["data"]["houses"]]
        assert "鼓楼边的小院" not in titles, "the walk-through leaves its house behind"


def walk(server: LiveServer, outbox: Path) -> int:
    """Run every line; returns the id of the order that is made."""
    section = (ROOT / "README.md").read_text().partition("## Sign somebody up")[2].partition("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    assert len(blocks) == 6
    helpers, *steps = [
        block.replace("http://127.0.0.1:8000", server.base_url).replace("$IHOME/var", f"{outbox}") for block in blocks
    ]
    lines = "".join(steps).splitlines()
    done = subprocess.run(
        ["bash", "-ec", helpers + "\n".join(f"{line}; echo" for line in lines)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.splitlines() if line]
    asked = [line for line in lines if line.startswith("curl") and " -o " not in line]
    assert [answer["errno"] for answer in answers] == [0] * len(asked), done.stdout

    by_line = dict(zip(asked, answers, strict=True))
    (found,) = [answer for line, answer in by_line.items() if "houses?" in line]
    assert [house["title"] for house in found["data"]["houses"]] == ["鼓楼边的小院"]
    order, house = answers[-3]["data"]["order"], answers[-2]["data"]["house"]
    assert (order["status"], order["amount"], order["reply"]) == ("COMPLETE", 79800, "欢迎再来")
    assert (house["price"], len(house["images"])) == (39900, 3)
    assert (house["rating"], house["reviews"][0]["content"]) == (5, "很好")
    return int(order["order_id"])


@pytest.fixture
def io_loop() -> None:
    """Nothing here runs in this process."""
