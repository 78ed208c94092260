"""No anonymous request holds the event loop for 50 ms, whatever its header, path, query, body or file (promise 19)."""

import asyncio
import heapq
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from tests.awkward import Wire, requests
from tests.client import raw
from tests.live import LiveServer
from tests.makers import WIDE

REQUESTS, PARTS = 20_000, 5
"""100,000 in all, in parts for the sake of the time-out of one test."""

WARM = 2_000
"""After so many the memory is compared with that at the end."""

LONGEST_MS, KEPT_MIB = 50, 20


class Loop:
    """The server's main thread, which runs its event loop."""

    def __init__(self, pid: int) -> None:
        self._schedstat = Path(f"/proc/{pid}/task/{pid}/schedstat")
        self._status = Path(f"/proc/{pid}/status")

    def milliseconds(self) -> float:
        """Processor time so far: a busy machine does not count."""
        return int(self._schedstat.read_text().split()[0]) / 1e6

    def mebibytes(self) -> float:
        return int(re.findall(r"VmRSS:\s+(\d+)", self._status.read_text())[0]) / 1024


@pytest.mark.torture
@pytest.mark.settings(**WIDE, limit_sms_per_mobile="1000000/1m")
@pytest.mark.parametrize("part", range(PARTS))
async def test_no_anonymous_request_holds_the_loop(
    start_server: Callable[..., LiveServer], part: int, capsys: pytest.CaptureFixture[str]
) -> None:
    server = start_server(trusted_proxies="127.0.0.0/8", log_level="error")
    loop, wire, statuses = Loop(server.process.pid), Wire(server.port), Counter[int]()
    # development makes the key pair of its payment service now, production at its start
    await wire.exchange(raw("POST", "/api/v1.0/payments/notice", json={"sign": "x", "sign_type": "RSA2"}))
    costs: list[tuple[float, str]] = []
    before, began = 0.0, time.monotonic()
    for name, request in islice(requests(seed=part), REQUESTS):
        start = loop.milliseconds()
        status = await wire.exchange(request)
        costs.append((loop.milliseconds() - start, name))
        statuses[status] += 1
        assert status < 500, (status, name)
        if len(costs) == WARM:
            before = loop.mebibytes()
    await asyncio.sleep(1)
    kept = loop.mebibytes() - before
    await wire.close()
    with capsys.disabled():
        median = sorted(cost for cost, _ in costs)[len(costs) // 2]
        print(
            f"\n{len(costs)} awkward requests in {time.monotonic() - began:.0f} s: median {median:.2f} ms of the loop,"
        )
        print(f"{kept:+.1f} MiB, {dict(statuses)}; the dearest:")
        for cost, name in heapq.nlargest(10, costs):
            print(f"  {cost:6.1f} ms  {name}")
    assert max(costs)[0] < LONGEST_MS
    assert kept < KEPT_MIB
