"""The README's lines, copied as they stand."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.live import ROOT, LiveServer


def test_the_walk_through_signs_somebody_up_on_each_documents_urls(
    start_server: Callable[..., LiveServer], outbox: Path, tmp_path: Path
) -> None:
    server = start_server()
    section = (ROOT / "README.md").read_text().partition("## Sign somebody up")[2].partition("\n## ")[0]
    helpers, *walks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    helpers = helpers.replace("http://127.0.0.1:8000", server.base_url).replace("V=var", f"V={outbox}")
    assert len(walks) == 5
    published = []
    for walk in walks:
        spaced = walk.replace("\n", "; echo\n")
        done = subprocess.run(
            ["bash", "-ec", helpers + spaced], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
        )
        answers = [json.loads(line) for line in done.stdout.splitlines() if line]
        asked = [line for line in walk.splitlines() if line.startswith("curl") and " -o " not in line]
        assert [answer["errno"] for answer in answers] == [0] * len(asked), done.stdout
        published = answers if "newhouse" in walk else published
    assert (tmp_path / "picture.jpg").read_bytes().startswith(b"\xff\xd8")
    found, shown = published[-2]["data"]["houses"], published[-1]["data"]["house"]
    assert [house["title"] for house in found] == [shown["title"]] == ["鼓楼边的小院"]
    assert (shown["price"], len(shown["images"])) == (39900, 3)
    order, house = answers[-2]["data"]["order"], answers[-1]["data"]["house"]
    assert (order["status"], order["amount"], order["reply"]) == ("COMPLETE", 79800, "欢迎再来")
    assert (house["rating"], house["reviews"][0]["content"]) == (5, "很好")
    assert "支付成功" in (tmp_path / "paid.html").read_text()


@pytest.fixture
def io_loop() -> None:
    """Nothing here runs in this process."""
