"""The live server against its own OpenAPI document: schemathesis invents the requests."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.client import Client
from tests.live import LiveServer
from tests.makers import WIDE, Makers

CASES = 20_000
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
ENDING = ("/api/logout", "/api/v1.0/session", "/livez", "/readyz", "/docs")
"""Paths that would end the session, and such as take nothing."""


@pytest.mark.torture
@pytest.mark.settings(**WIDE, limit_sms_per_mobile="1000000/1m")
async def test_no_5xx_and_no_surprise_in_twenty_thousand_cases(
    start_server: Callable[..., LiveServer], make: Makers, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    await make.host(client)
    for _ in range(3):
        await make.house(client)
    server = start_server()
    generated, round_ = 0, 0
    while generated < CASES:
        round_ += 1
        command = [Path(sys.executable).with_name("st"), "run", f"{server.base_url}/api/v1.0/openapi.json"]
        command += ["-H", f"Cookie: session_id={client.session}", "--checks", CHECKS, "--phases", "fuzzing"]
        command += ["--max-examples", "200", "--seed", str(round_), "--no-color"]
        command += [part for path in ENDING for part in ("--exclude-path", path)]
        done = await asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, check=False, timeout=600
        )
        assert done.returncode == 0, done.stdout[-5000:]
        counted = re.search(r"([0-9,]+) generated, ([0-9,]+) passed", done.stdout)
        assert counted, done.stdout[-2000:]
        generated += int(counted[1].replace(",", ""))
    with capsys.disabled():
        print(f"\nschemathesis: {generated} cases, no 5xx, no answer that the document does not describe")
