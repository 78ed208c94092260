"""The lines of README.md and docs/walkthrough.md, copied as they stand, beside the demo data of `make run`, twice in a
row."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from config import Config, environment
from tests.live import ROOT, LiveServer


@pytest.mark.timeout(240)
def test_what_is_documented_runs_twice_in_a_row(
    start_server: Callable[..., LiveServer], config: Config, outbox: Path, tmp_path: Path
) -> None:
    settings = environment(**config.model_dump(include=config.model_fields_set))
    subprocess.run([sys.executable, "-m", "tools.demo"], cwd=ROOT, env=settings, check=True, timeout=120)
    demo_server = start_server()
    taste_of_the_api(demo_server, tmp_path)
    assert walk_through(demo_server, outbox) != walk_through(demo_server, outbox)
    for path in ("/api/v1.0/houses?aid=1&q=%E9%BC%93%E6%A5%BC", "/api/v1.0/houses/index"):
        with urlopen(demo_server.base_url + path, timeout=10) as answer:  # noqa: S310  an http address of our own
            titles = [house["title"] for house in json.load(answer)["data"]["houses"]]
        assert "鼓楼边的小院" not in titles, "the walk-through leaves its house behind"


def taste_of_the_api(demo_server: LiveServer, tmp_path: Path) -> None:
    (lines,) = shell_blocks("README.md", "## A taste of the API")
    assert len(lines.splitlines()) == 5
    lines = lines.replace("http://127.0.0.1:8000", demo_server.base_url).replace("/tmp/", f"{tmp_path}/")  # noqa: S108
    booked = []
    for _ in range(2):
        found, signed_in, order, orders = run("", lines)
        assert [answer["errno"] for answer in (found, signed_in, order, orders)] == [0] * 4
        newest = orders["data"]["orders"][: len(booked) + 1]  # the demo guest has older ones
        assert [each["status"] for each in newest] == ["WAIT_ACCEPT"] * (len(booked) + 1)
        assert orders["data"]["orders"][0]["house_id"] == found["data"]["houses"][0]["house_id"]
        booked.append(order["data"]["order_id"])
    assert len(set(booked)) == 2


def walk_through(server: LiveServer, outbox: Path) -> int:
    """Run every line of the document; returns the id of the order that it makes."""
    blocks = shell_blocks("docs/walkthrough.md")
    assert len(blocks) == 6
    helpers, *steps = [
        block.replace("http://127.0.0.1:8000", server.base_url).replace("$IHOME/var", f"{outbox}") for block in blocks
    ]
    lines = "".join(steps)
    answers = run(helpers, lines)
    asked = [line for line in lines.splitlines() if line.startswith("curl") and " -o " not in line]
    assert [answer["errno"] for answer in answers] == [0] * len(asked), answers

    by_line = dict(zip(asked, answers, strict=True))
    (found,) = [answer for line, answer in by_line.items() if "houses?" in line]
    assert found["data"]["houses"][0]["title"] == "鼓楼边的小院", "the newest of the homes near the Drum Tower"
    order, house = answers[-3]["data"]["order"], answers[-2]["data"]["house"]
    assert (order["status"], order["amount"], order["reply"]) == ("COMPLETE", 79800, "欢迎再来")
    assert (house["price"], len(house["images"])) == (39900, 3)
    assert (house["rating"], house["reviews"][0]["content"]) == (5, "很好")
    return int(order["order_id"])


def shell_blocks(document: str, heading: str = "") -> list[str]:
    """The blocks of shell commands in the section of that heading, or in the whole document."""
    text = (ROOT / document).read_text()
    if heading:
        text = text.partition(f"{heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"```sh\n(.*?)```", text, re.DOTALL)


def run(helpers: str, lines: str) -> list[Any]:
    """Run the lines in one shell; returns each answer that they print."""
    done = subprocess.run(
        ["bash", "-ec", helpers + "".join(f"{line}; echo\n" for line in lines.splitlines())],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines() if line]


@pytest.fixture
def io_loop() -> None:
    """Nothing here runs in this process."""
