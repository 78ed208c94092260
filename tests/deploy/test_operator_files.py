"""deploy/'s files for operators: what tools.deploy writes, judged by the programs that read it."""

import json
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

import server
from config import Config
from tests.live import ROOT
from tools import packages
from tools.cluster.layout import DEPLOY

EXAMPLE = DEPLOY / "cluster.toml"
TIMERS = ("sweep", "listings", "backup", "backup-logs")
SERVICES = [f"ihome-{name}.service" for name in ("server", "worker", *TIMERS)]
UNITS = [*SERVICES, *(f"ihome-{name}.timer" for name in TIMERS)]
assert server  # registers the metrics


def deploy(cluster: Path, machine: str, to: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.deploy", str(cluster), "--machine", machine, "--to", str(to)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the files of the machines a and c, and of Prometheus' machine."""
    directory = tmp_path_factory.mktemp("machines")
    shutil.copy(EXAMPLE, directory)
    for machine in ("a", "c", "monitor"):
        done = deploy(directory / EXAMPLE.name, machine, directory / machine)
        assert done.returncode == 0, done.stderr
    return directory


def program(name: str, package: str) -> str:
    found = packages.find(lambda _: None, [name], [package])
    if found is None:
        pytest.skip(f"{name} is missing: apt install {package}")
    return found


def judge(*command: str | Path) -> str:
    """What a program says of a file that it accepts."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


# -- tools.deploy


def test_only_root_reads_files_with_passwords(machines: Path) -> None:
    tables = tomllib.loads((machines / "secrets.toml").read_text()).values()
    secrets = [value for table in tables for value in table.values() if value]
    assert len(secrets) == 9
    for path in machines.rglob("*"):
        if path.is_file() and any(secret in path.read_text() for secret in secrets):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_machines_share_passwords_and_keys(machines: Path) -> None:
    for name in ("secrets.env", "migrate.env", "accounts.sql"):
        assert (machines / "a/etc/ihome" / name).read_text() == (machines / "c/etc/ihome" / name).read_text()


def test_only_the_machine_of_the_back_ups_writes_a_binary_log(machines: Path) -> None:
    assert [path.parts[-5] for path in machines.rglob("*-binlog.cnf")] == ["c"]


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ('c = "10.0.0.3"', 'c = "10.1.0.3"', "c: no address of 10.0.0.0/24"),
        ('backup = "c"', 'backup = "d"', "backup: d is none of the machines"),
        ("processes = 2", "processes = 0", "processes: "),
        ("[machines]", "[machine]", "machine: "),
    ],
)
def test_a_mistake_in_cluster_toml_is_told_in_one_line(tmp_path: Path, line: str, wrong: str, said: str) -> None:
    text = EXAMPLE.read_text()
    assert line in text
    (tmp_path / EXAMPLE.name).write_text(text.replace(line, wrong))
    done = deploy(tmp_path / EXAMPLE.name, "a", tmp_path / "a")
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "a").exists()


def test_a_password_that_a_file_would_misread_is_refused(machines: Path, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path)
    secrets = (machines / "secrets.toml").read_text()
    (tmp_path / "secrets.toml").write_text(
        re.sub(r'^redis = ".*"', 'redis = "p@ss: word of 16 and more"', secrets, flags=re.M)
    )
    done = deploy(tmp_path / EXAMPLE.name, "a", tmp_path / "a")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "passwords: redis" in done.stderr
    assert "p@ss" not in done.stderr


def test_there_is_no_fourth_machine(machines: Path, tmp_path: Path) -> None:
    done = deploy(machines / EXAMPLE.name, "d", tmp_path / "d")
    assert (done.returncode, done.stderr) == (1, "cluster.toml has no machine d\n")


def test_the_settings_of_a_server_are_settings(machines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is only what Aliyun and Alipay hand out."""
    for name in ("ihome.env", "secrets.env"):
        for line in (machines / "a/etc/ihome" / name).read_text().splitlines():
            if line.startswith("IHOME_"):
                key, _, value = line.partition("=")
                assert key.removeprefix("IHOME_").lower() in Config.model_fields, key
                monkeypatch.setenv(key, value.strip("\"'"))
    missing = [problem for problem in Config().problems() if "needs it" not in problem]
    assert missing == []


# -- systemd


@pytest.fixture(scope="module")
def units(machines: Path) -> Path:
    return machines / "c/etc/systemd/system"


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_understands_the_units(units: Path, unit: str) -> None:
    analyze = program("systemd-analyze", "systemd")
    done = subprocess.run([analyze, "verify", "--man=no", units / unit], capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if unit in line and "is not executable" not in line]
    assert said == []


@pytest.mark.parametrize("unit", SERVICES)
def test_the_units_are_sandboxed(machines: Path, unit: str) -> None:
    """Below 1.5 of 10 (`systemd-analyze security`); without the sandbox it is 9.2."""
    judge(
        program("systemd-analyze", "systemd"),
        *("security", "--offline=true", "--threshold=15", f"--root={machines / 'c'}", unit),
    )


def test_a_killed_redis_stays_away_until_a_replica_was_promoted() -> None:
    """Sentinel needs `down-after-milliseconds`, an election and `failover-timeout` at worst."""
    sentinel = (DEPLOY / "redis/sentinel.conf").read_text()
    [timeout] = re.findall(r"failover-timeout ihome (\d+)", sentinel)
    [pause] = re.findall(
        r"^RestartSec=(\d+)$", (DEPLOY / "systemd/redis-server.service.d/ihome.conf").read_text(), re.M
    )
    assert int(pause) * 1000 >= 2 * int(timeout)


def test_the_scripts_are_bash() -> None:
    for script in (DEPLOY / "backup").glob("*.sh"):
        judge("bash", "-n", script)
        assert script.stat().st_mode & stat.S_IXUSR


def test_the_firewall_loads(machines: Path) -> None:
    said = judge(program("nft", "nftables"), "--check", "--file", machines / "a/etc/nftables.conf")
    assert said == ""


# -- Prometheus and Grafana


def test_prometheus_accepts_its_files(machines: Path) -> None:
    judge(program("promtool", "prometheus"), "check", "config", machines / "monitor/etc/prometheus/prometheus.yml")


def test_every_alert_fires_and_keeps_quiet(tmp_path: Path) -> None:
    tests = Path(__file__).with_name("rules_test.yml")
    shutil.copy(tests, tmp_path)
    shutil.copy(DEPLOY / "prometheus/rules.yml", tmp_path)
    judge(program("promtool", "prometheus"), "test", "rules", tmp_path / tests.name)
    tested = {each["name"] for each in yaml.safe_load(tests.read_text())["tests"]}
    alerts = {rule["alert"] for rule in rules() if "alert" in rule}
    assert tested == alerts | {f"{name} not" for name in alerts}


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load((DEPLOY / "prometheus/rules.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def test_alerts_say_whom_to_wake() -> None:
    for rule in rules():
        if "alert" in rule:
            assert rule["labels"]["severity"] in ("page", "ticket"), rule["alert"]
            assert rule["annotations"]["summary"], rule["alert"]


def dashboard() -> dict[str, Any]:
    return dict(json.loads((DEPLOY / "grafana/ihome.json").read_text()))


def queries() -> list[str]:
    return [target["expr"] for panel in dashboard()["panels"] for target in panel.get("targets", ())]


def test_ihomes_own_metrics_exist() -> None:
    families = {family.name: family.type for family in REGISTRY.collect()}
    exist = {f"{name}_total" if kind == "counter" else name for name, kind in families.items()}
    exist |= {f"{name}_{end}" for name, kind in families.items() if kind == "histogram" for end in ("bucket", "count")}
    exist |= {f"ihome_backup_{kind}_completed_timestamp_seconds" for kind in ("full", "logs")}
    named = {name for text in [*queries(), *(rule["expr"] for rule in rules())] for name in metrics(text)}
    assert named
    assert named <= exist


def metrics(query: str) -> list[str]:
    return re.findall(r"\bihome_\w+", query)


def test_prometheus_understands_the_dashboard(tmp_path: Path) -> None:
    made = [
        {"record": f"query:{number}", "expr": query.replace("$__rate_interval", "5m")}
        for number, query in enumerate(queries())
    ]
    path = tmp_path / "queries.yml"
    path.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": made}]}))
    judge(program("promtool", "prometheus"), "check", "rules", path)


def test_the_panels_of_the_dashboard_do_not_overlap() -> None:
    panels = dashboard()["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    for one, other in combinations([panel["gridPos"] for panel in panels], 2):
        apart = [one[at] + one[size] <= other[at] or other[at] + other[size] <= one[at] for at, size in ("xw", "yh")]
        assert any(apart), (one, other)
        assert one["x"] + one["w"] <= 24


# -- containers


def test_the_image_gets_what_it_copies() -> None:
    """The ignore file lets exactly that in, and it exists."""
    text = (DEPLOY / "container/Dockerfile").read_text()
    copied = {name for line in re.findall(r"^COPY (?!--)(.*) \S+$", text, re.M) for name in line.split()}
    ignored = (DEPLOY / "container/Dockerfile.dockerignore").read_text().splitlines()
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} == copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    imported = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "bench", "clients"}
    assert imported <= copied


def test_only_nginx_is_reached_from_outside() -> None:
    services = yaml.safe_load((DEPLOY / "container/compose.yaml").read_text())["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    assert services["nginx"]["ports"] == ["127.0.0.1:8000:80"]
    for name, service in services.items():
        if service["image"] == "ihome":
            assert service["read_only"], name
            assert service["cap_drop"] == ["ALL"], name
