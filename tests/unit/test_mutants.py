"""What `make mutants` changes, and what it leaves alone."""

from collections import defaultdict
from pathlib import Path
from textwrap import dedent

import pytest

from tools.mutants import accepted, covering, mutations
from tools.mutants.covering import Measured

ROOT = Path(__file__).parents[2]


def changes(directory: Path, source: str, path: str = "services/some.py") -> set[str]:
    """The lines that the mutants of a source bring."""
    file = directory / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(dedent(source))
    return {mutant.key().after for mutant in mutations.mutants(directory, path)}


def test_code_is_mutated_wherever_it_stands(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        """
        LIMIT = 5

        @dataclass(frozen=True)
        class Window:
            seconds: int = 60

            @property
            def open(self):
                return self.seconds > LIMIT
        """,
    )
    assert {"LIMIT = 6", "seconds: int = 61", "return self.seconds >= LIMIT"} <= found


@pytest.mark.parametrize(
    "source",
    [
        "'The docstring of a module.'",
        "__all__ = ['find']",
        "Make = Callable[[int], str]",
        "T = TypeVar('T')",
        "HouseId = NewType('HouseId', int)",
        "if TYPE_CHECKING:\n    LIMIT = 5",
        "def find(house_id: Annotated[int, 'more than 0']) -> 'None': ...",
        "@cached(seconds=5)\ndef find(): ...",
        "def find(pairs):\n    log.warning('not found', tried=1)",
        "def find(first, second):\n    return zip(first, second, strict=True)",
        "def find(row):\n    return cast(House, row)",
        "compiled(pattern)",
    ],
)
def test_what_changes_nothing_is_left_alone(source: str, tmp_path: Path) -> None:
    assert changes(tmp_path, source) == set()


def test_sql_is_mutated_as_sql(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        '''
        sql = """SELECT night FROM nights WHERE house_id = %s AND night BETWEEN %s AND %s
                 AND count < 2 ORDER BY night FOR UPDATE"""
        ''',
        "models/some.py",
    )
    assert found >= {
        'sql = """SELECT night FROM nights WHERE house_id <> %s AND night BETWEEN %s AND %s',
        'sql = """SELECT night FROM nights WHERE house_id = %s OR night BETWEEN %s AND %s',
        'sql = """SELECT night FROM nights WHERE house_id = %s AND night NOT BETWEEN %s AND %s',
        'AND count <= 2 ORDER BY night FOR UPDATE"""',
        'AND count < 3 ORDER BY night FOR UPDATE"""',
        'AND count < 2 ORDER BY night DESC FOR UPDATE"""',
        'AND count < 2 ORDER BY night"""',
    }
    assert not any("XX" in line or "between" in line or "BETWEEN %s OR" in line for line in found)


def test_lua_is_mutated_but_for_its_comments(tmp_path: Path) -> None:
    script = "local n = redis.call('GET', KEYS[1])\n-- 1 or 2\nif n == '1' and n < ARGV[1] then return 0 end\n"
    found = changes(tmp_path, f'SCRIPT = """{script}"""')
    assert found >= {
        "if n ~= '1' and n < ARGV[1] then return 0 end",
        "if n == '1' or n < ARGV[1] then return 0 end",
        "if n == '1' and n <= ARGV[1] then return 0 end",
        "if n == '1' and n < ARGV[1] then return 1 end",
    }
    assert not any(line.startswith("--") for line in found)


def test_a_mutant_knows_its_lines_its_statement_and_what_it_binds(tmp_path: Path) -> None:
    source = """
        LIMIT = 5
        def find(
            limit=1,
        ):
            return (
                limit + 2
            )
        class Window:
            seconds = 60
    """
    (tmp_path / "some.py").write_text(dedent(source).lstrip())
    places = {mutant.key().after: mutant.place for mutant in mutations.mutants(tmp_path, "some.py")}
    assert places["LIMIT = 6"].names == {"LIMIT"}
    assert places["seconds = 61"].names == {"Window", "seconds"}
    assert places["limit=2,"].spans == ((3, 3), (2, 7))
    assert places["limit - 2"].spans == ((6, 6), (5, 7))
    assert places["limit - 2"].function == "find"


def test_what_is_to_be_mutated_exists() -> None:
    assert [name for name in mutations.SOURCES if not (ROOT / name).exists()] == []


def test_every_accepted_survivor_is_a_mutant_of_the_code() -> None:
    listed = defaultdict(set)
    for key in accepted.read(ROOT):
        listed[key.path].add(key)
    for path, keys in listed.items():
        functions = {key.function for key in keys}
        there = {m.key() for m in mutations.mutants(ROOT, path) if m.place.function in functions}
        assert keys - there == set()


def test_no_line_of_the_list_of_survivors_is_passed_over() -> None:
    document = (ROOT / accepted.DOCUMENT).read_text().partition("## Accepted survivors")[2]
    entries = [line for line in document.splitlines() if line.startswith("- ")]
    assert len(entries) == len(accepted.read(ROOT))


def test_an_entry_of_the_list_is_read_as_it_is_written(tmp_path: Path) -> None:
    key = mutations.Key("models/orders.py", "Order.find", 'sql = "SELECT `a` → %s"', "sql = None")
    (tmp_path / "docs").mkdir()
    (tmp_path / accepted.DOCUMENT).write_text(f"### `{key.path}`\n{accepted.entry(key)}it is so.\n")
    assert accepted.read(tmp_path) == [key]


def place(*spans: tuple[int, int], names: frozenset[str] = frozenset()) -> mutations.Place:
    return mutations.Place("services/some.py", "find", spans, names)


@pytest.fixture
def measured() -> Measured:
    slow, quick, other = "tests/test_some.py::slow", "tests/test_some.py::quick", "tests/test_other.py::other"
    return Measured(
        tests={
            "services/some.py": {2: frozenset({slow, quick}), 3: frozenset({quick})},
            "services/other.py": {1: frozenset({other})},
        },
        seconds={slow: 5.0, quick: 0.1, other: 1.0},
        starting=frozenset({slow}),
        reading={"services/other.py": frozenset({quick})},
        sources={
            "services/some.py": "LIMIT = 5\ndef find():\n    return 1",
            "services/other.py": "find(LIMIT)",
            "tests/test_some.py": "find()",
            "tests/test_other.py": "assert OTHER",
        },
    )


def test_the_quickest_tests_of_a_line_come_first(measured: Measured) -> None:
    assert measured.covering(place((2, 3))) == ["tests/test_some.py::quick", "tests/test_some.py::slow"]
    assert measured.covering(place((3, 3))) == ["tests/test_some.py::quick"]


def test_other_cases_of_a_test_come_behind_the_first_ones_of_all() -> None:
    seconds = {"a.py::one[x]": 0.1, "a.py::one[y]": 0.2, "a.py::one[z]": 0.3, "a.py::two": 0.5, "a.py::three[x]": 0.4}
    measured = Measured({"services/some.py": {1: frozenset(seconds)}}, seconds, frozenset(), {}, {})
    order = ["a.py::one[x]", "a.py::three[x]", "a.py::two", "a.py::one[y]", "a.py::one[z]"]
    assert measured.covering(place((1, 1))) == order


def test_a_line_that_never_ran_by_itself_takes_its_statements_tests(measured: Measured) -> None:
    assert measured.covering(place((4, 4), (2, 4))) == ["tests/test_some.py::quick", "tests/test_some.py::slow"]


def test_a_line_that_never_ran_takes_the_tests_that_start_a_server(measured: Measured) -> None:
    assert measured.covering(place((4, 4), (4, 5))) == ["tests/test_some.py::slow"]


def test_a_file_is_read_by_tests_too(measured: Measured) -> None:
    other = mutations.Place("services/other.py", "find", ((1, 1),), frozenset())
    assert measured.covering(other) == ["tests/test_some.py::quick", "tests/test_other.py::other"]


def test_what_runs_before_all_tests_takes_those_of_the_lines_that_name_it(measured: Measured) -> None:
    assert measured.covering(place((1, 1), names=frozenset({"LIMIT"}))) == ["tests/test_other.py::other"]
    assert measured.covering(place((1, 1), names=frozenset({"LIM"}))) == measured.covering(place((2, 3)))
    assert measured.covering(place((1, 1), names=frozenset({"OTHER"}))) == ["tests/test_other.py::other"]


def test_the_slowest_tests_are_left_out_where_there_is_no_time(
    measured: Measured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "MAX_SECONDS", 5)
    assert measured.covering(place((2, 3))) == ["tests/test_some.py::quick"]
