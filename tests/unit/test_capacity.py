"""The calculator of machines, and the measured numbers in docs/capacity.md."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import tables
from bench.kinds import KINDS
from tools import capacity, capacity_model, command
from tools.capacity_model import ASSUMPTIONS, Load, Machines

DOCUMENT = Path(__file__).parents[2] / "docs" / "capacity.md"
ASSUMED = {each.name: each.value for each in ASSUMPTIONS}
IDLE = Load(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def cost(**counters: float) -> dict[str, float]:
    return {"server_cpu_us": 0, "mariadb_cpu_us": 0, "redis_cpu_us": 0} | counters


def every_kind(**counters: float) -> dict[str, dict[str, float]]:
    return {name: cost(**counters) for name in KINDS}


def test_every_kind_of_the_profile_is_measured() -> None:
    assert set(capacity_model.per_user(ASSUMED)) <= set(KINDS)
    assert set(capacity_model.READERS) <= set(KINDS)


def test_house_pages_and_steps_of_orders_are_shares() -> None:
    numbers = {"house": 10, "cached": 0.7, "book": 0.1, "accepted": 0.9, "paid": 0.5, "later": 2, "canceled": 0.2}
    daily = capacity_model.per_user(ASSUMED | numbers)
    assert daily["house_cached"] == pytest.approx(7)
    assert daily["house_uncached"] == pytest.approx(3)
    assert daily["accept"] == pytest.approx(0.1 * (0.9 + 2 * 0.5))
    assert (daily["pay"], daily["notice"], daily["cancel"]) == (0.05, 0.05, pytest.approx(0.02))


def test_the_peak_is_hour_times_burst_times_season() -> None:
    assert capacity_model.peak_factor({"busiest_hour": 1 / 24, "burst": 1, "season": 1}) == pytest.approx(1)
    assert capacity_model.peak_factor({"busiest_hour": 0.1, "burst": 1.5, "season": 2}) == pytest.approx(7.2)


def test_a_load_is_the_sum_over_all_kinds() -> None:
    found = {
        "book": cost(server_cpu_us=1000, mariadb_cpu_us=2000, redis_cpu_us=100, redis_commands=8, galera_bytes=125_000),
        "search": cost(server_cpu_us=3000, mariadb_cpu_us=500, bytes_out=12_500, bytes_in=0),
    }
    needed = capacity_model.load({"book": 10, "search": 100}, found, ASSUMED | {"overhead": 2, "proxy_us": 100})
    assert (needed.requests, needed.bookings, needed.writing_transactions) == (110, 10, 10)
    assert needed.servers == pytest.approx(0.31)
    assert (needed.writer, needed.readers) == (pytest.approx(0.02), pytest.approx(0.05))
    assert (needed.redis, needed.redis_commands) == (pytest.approx(0.001), 80)
    assert needed.applying == pytest.approx(0.01)
    assert needed.proxies == pytest.approx(0.011)
    assert (needed.replicated_mbit, needed.out_mbit) == (pytest.approx(10), pytest.approx(20))


def test_faster_cores_need_less_of_them() -> None:
    slow = capacity_model.load({"book": 10}, {"book": cost(server_cpu_us=1000)}, ASSUMED)
    fast = capacity_model.load({"book": 10}, {"book": cost(server_cpu_us=1000)}, ASSUMED | {"core_speed": 2})
    assert slow.servers == pytest.approx(2 * fast.servers)


def test_writes_cost_what_they_cost_on_galera() -> None:
    found = {name: cost(mariadb_cpu_us=1000, galera_cpu_us=1500) for name in ("book", "session", "search")}
    needed = capacity_model.load({"book": 100, "session": 100, "search": 100}, found, ASSUMED | {"applying": 0.4})
    assert needed.writer == pytest.approx(0.15 + 0.1)
    assert needed.readers == pytest.approx(0.1)
    assert needed.applying == pytest.approx(0.06)


def with_load(**parts: float) -> Load:
    return Load(**vars(IDLE) | parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, Machines(3, 0, 0, 1, 1)),
        ({"servers": 8}, Machines(3, 0, 0, 1, 1)),
        ({"servers": 8.1}, Machines(0, 4, 3, 1, 1)),
        ({"servers": 20, "proxies": 4}, Machines(0, 7, 3, 1, 1)),
        ({"writer": 8, "servers": 4}, Machines(0, 2, 3, 1, 1)),
        ({"writer": 8.1}, Machines(0, 2, 6, 2, 1)),
        ({"redis": 0.6}, Machines(0, 2, 3, 1, 2)),
        ({"servers": 30, "readers": 20}, Machines(0, 9, 5, 1, 1)),
        ({"servers": 30, "readers": 20, "applying": 4}, Machines(0, 9, 7, 1, 1)),
    ],
)
def test_machines_have_one_to_lose(parts: Mapping[str, float], expected: Machines) -> None:
    assert (
        capacity_model.machines(with_load(**parts), ASSUMED | {"cores": 8, "data_cores": 16, "busy": 0.5}) == expected
    )


def test_a_year_of_orders_and_pictures() -> None:
    sizes = {"order": 3000, "user": 0, "house_picture": 1_000_000}
    year = capacity_model.growth(100_000, sizes, ASSUMED | {"book": 0.02, "house_picture": 0.01})
    assert year.orders == pytest.approx(730_000)
    assert year.tables_gb == pytest.approx(2.19)
    assert year.pictures_gb == pytest.approx(365)


def test_a_cell_ends_where_its_writer_or_its_redis_is_busy() -> None:
    found = every_kind() | {"book": cost(mariadb_cpu_us=1000, redis_cpu_us=100), "pay": cost(mariadb_cpu_us=2000)}
    numbers = {
        "book": 0.02,
        "paid": 0.5,
        "busiest_hour": 1 / 24,
        "burst": 1,
        "season": 1,
        "data_cores": 10,
        "busy": 0.5,
    }
    carried = capacity_model.cell(found, ASSUMED | numbers)
    assert carried.order_us == 2000
    assert carried.orders == 2500
    assert carried.users_by_writer == pytest.approx(2500 * 86_400 / 0.02)
    assert carried.users_by_redis == pytest.approx(5000 * 86_400 / 0.02)


def test_the_part_with_the_least_room_is_full_first() -> None:
    found = {"book": cost(server_cpu_us=1000, mariadb_cpu_us=500), "index": cost(server_cpu_us=3000)}
    assert capacity_model.predicted({"book": 1}, found, {"servers": 0.1}) == (pytest.approx(100), "servers")
    assert capacity_model.predicted({"book": 1}, found, {"servers": 0.8, "mariadb": 0.3}) == (600, "mariadb")
    assert capacity_model.predicted({"book": 1, "index": 3}, found, {"servers": 0.1, "mariadb": 1})[0] == 40


def results(path: Path, *rates: float) -> Path:
    """Bookings a second of 1, 2, 4 … servers, each with a fifth of a core."""
    points = [
        {"work": "booking", "servers": 2**n, "per_second": rate, "allowed": {"servers": 0.2 * 2**n, "machine": 2.0}}
        for n, rate in enumerate(rates)
    ]
    (path / "costs.json").write_text(json.dumps({"costs": every_kind(server_cpu_us=1000)}))
    (path / "cluster.json").write_text(json.dumps({"works": {"booking": {"book": 1}}, "points": points}))
    return path


@pytest.mark.parametrize(("per_second", "good"), [(800, True), (680, True), (664, False), (1001, False)])
def test_the_check_fails_beyond_a_fifth(tmp_path: Path, per_second: float, good: bool) -> None:
    assert capacity.check(results(tmp_path, 200, 400, per_second)) is good


def test_servers_that_are_held_may_be_slower_but_all_alike(tmp_path: Path) -> None:
    assert capacity.check(results(tmp_path, 100, 200, 400))
    assert not capacity.check(results(tmp_path, 100, 200, 300))


def test_a_part_is_full_at_nine_tenths_of_what_it_may_use() -> None:
    used, allowed = {"servers": 0.73, "mariadb": 0.26, "redis": 0.9}, {"servers": 0.8, "mariadb": 0.3}
    assert tables.Point("booking", 8, 100, 1, 2, 0, used, allowed).full == ["servers", "redis"]


def test_the_table_shows_what_a_doubling_brings() -> None:
    used = {"servers": 0.1, "mariadb": 0.1, "redis": 0, "haproxy": 0}
    points = [tables.Point("booking", size, rate, 1, 2, 0, used, {}) for size, rate in ((1, 100), (2, 190))]
    held = tables.Point("booking", 1, 50, 1, 2, 0, used, {"mariadb": 0.3})
    _, _, one, two, other = tables.of_points([*points, held])
    assert one.startswith("| booking | 1 | 100 |  |")
    assert two.startswith("| booking | 2 | 190 | 1.90 |")
    assert other.startswith("| booking, MariaDB held to 30% | 1 | 50 |  |")


def test_missing_measurements_are_named(tmp_path: Path) -> None:
    with pytest.raises(command.Problem, match="make cluster-bench"):
        capacity.read("costs", tmp_path)


def test_more_users_need_more(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    for users in ("10000", "100000000"):
        monkeypatch.setattr("sys.argv", ["capacity", "--dau", users])
        assert capacity.main() == 0
        said.append(capsys.readouterr().out)
    assert "3 of 8 cores, everything on each" in said[0]
    assert "for servers and proxies, one of them spare" in said[1]


def test_the_document_has_the_measured_numbers() -> None:
    text = DOCUMENT.read_text()
    measured = capacity.read("costs")["costs"]
    assert "\n".join(tables.of_work(measured)) in text
    assert "\n".join(tables.of_bytes(measured)) in text
    points = [tables.Point(**each) for each in capacity.read("cluster")["points"]]
    assert "\n".join(tables.of_points(points)) in text
    assert "\n".join(tables.of_sizes(capacity.read("storage")["tables"])) in text
    assert "\n".join(capacity.assumptions()) in text
    sizes = capacity.read("storage")["bytes"]
    assert "\n".join(capacity.overview(measured, sizes, ASSUMED)) in text
    assert "\n".join(capacity.cell_lines(measured, ASSUMED)) in text


def test_what_was_measured_is_as_predicted() -> None:
    assert capacity.check()
