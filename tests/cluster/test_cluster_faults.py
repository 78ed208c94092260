"""The worst four faults of a cluster, in short: `make cluster-torture` commits all of them, and measures.

Nothing here depends on the machine's speed: what was acknowledged must be there, once, and nothing else.
"""

import asyncio
import shutil
import subprocess

import pytest

from tests.cluster.schedule import Fault
from tests.cluster.target import own_cluster
from tests.cluster.torture import torture
from tests.live import unused_port

FAULTS = [
    Fault("partition writer", ("partition writer",), hold=8, settle=8),
    Fault("freeze redis", ("freeze redis",), hold=8, settle=8),
    Fault("kill writer", ("kill writer",), hold=0, settle=10),
    Fault("freeze haproxy", ("freeze haproxy",), hold=8, settle=8),
]
USERS, PAUSE = 8, 0.3
PROGRAMS = ("unshare", "ip", "nft", "nsenter", "mariadbd", "rsync", "redis-sentinel", "haproxy", "nginx")


def _obstacle() -> str:
    """Why no cluster can be harmed here; empty if it can."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        return f"`make cluster` installs what is missing here: {' '.join(missing)}"
    made = subprocess.run(["unshare", "--net", "true"], capture_output=True, text=True, check=False)
    return f"no network namespaces here: {made.stderr.strip()}" if made.returncode else ""


@pytest.mark.torture
@pytest.mark.timeout(400)
def test_what_was_acknowledged_outlives_every_fault() -> None:
    if obstacle := _obstacle():
        pytest.skip(obstacle)
    with own_cluster(unused_port(), print) as target:
        measured, ledger = asyncio.run(torture(target, FAULTS, users=USERS, pause=PAUSE))
    assert [(finding.kind, finding.text) for finding in ledger.findings] == []
    assert all(each.acknowledged for each in measured)
