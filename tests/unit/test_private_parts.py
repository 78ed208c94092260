"""What ihome uses of libraries beyond their documentation: in one file a library, with the version that was read.

Another version fails here. Compare the library's source with what the files use, run the tests that are named beside
them, and then change the version in the table.
"""

import ast
import importlib
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("utils", "models", "services", "handlers", "tools")


VERSIONS = {
    "aiomysql": "0.3.2",
    "homoglyphs_fork": "2.1.2",
    "PyMySQL": "1.1.3",
    "python-alipay-sdk": "3.4.0",
    "qiniu": "7.18.0",
    "redis": "8.1.0",
    "tornado": "6.6.1",
    "zxcvbn": "4.5.0",
}
"""The versions whose source was read."""


@dataclass(frozen=True)
class PrivateParts:
    """What one file uses of a library's module, and the tests in which a change of the library would show."""

    module: str
    file: str
    names: str
    tests: str


PRIVATE_PARTS = (
    PrivateParts(
        "aiomysql.connection",
        "utils/mysql_connection.py",
        "_encoding _ensure_alive _next_seq_id _read_packet _reader _result _write_bytes server_status",
        "tests/utils/test_mysql.py",
    ),
    PrivateParts(
        "pymysql.protocol",
        "utils/mysql_connection.py",
        "_data FieldDescriptorPacket MysqlPacket charsetnr raise_for_error type_code",
        "tests/utils/test_mysql.py",
    ),
    PrivateParts(
        "redis.asyncio.client",
        "utils/redis.py",
        "command_stack connection_pool execute_command is_transaction response_callbacks",
        "tests/utils/test_redis.py",
    ),
    PrivateParts(
        "redis.asyncio.connection", "utils/redis_shared.py", "SSLConnection parse_url", "tests/utils/test_redis.py"
    ),
    PrivateParts(
        "alipay", "utils/alipay_client.py", "_verify_and_return_sync_response", "tests/utils/test_payments.py"
    ),
    PrivateParts("qiniu.http", "utils/storage.py", "qn_http_client", "tests/utils/test_storage.py"),
    PrivateParts("zxcvbn.frequency_lists", "utils/passwords.py", "FREQUENCY_LISTS", "tests/utils/test_passwords.py"),
    PrivateParts("homoglyphs_fork", "utils/text_rules.py", "confusables.json", "tests/utils/test_text_rules.py"),
    PrivateParts(
        "tornado.web",
        "handlers/api/tornado_overrides.py",
        "_headers _headers_written _write_buffer",
        "tests/api/site/test_headers.py",
    ),
    PrivateParts(
        "tornado.httputil",
        "handlers/api/tornado_overrides.py",
        "_finish_time _start_time",
        "tests/api/site/test_headers.py",
    ),
    PrivateParts(
        "tornado.web",
        "handlers/api/answering.py",
        "_headers _write_buffer",
        "tests/api/site/test_representation.py",
    ),
    PrivateParts(
        "tornado.web",
        "handlers/api/admission.py",
        "_check_cross_origin _origin_matches_host",
        "tests/api/site/test_access.py",
    ),
)
STANDARD_LIBRARY = {
    # asyncio.StreamReader: a packet that has arrived is read without a task switch
    "utils/mysql_connection.py": {"_buffer", "_paused", "_maybe_resume_transport"},
    # os._exit is documented: a forked child leaves without the parent's clean-up
    "utils/supervisor.py": {"_exit"},
}


def name_of(parts: PrivateParts) -> str:
    return f"{parts.module} in {parts.file}"


def sources() -> Iterator[Path]:
    for layer in LAYERS:
        yield from sorted((ROOT / layer).glob("**/*.py"))
    yield from (ROOT / "config.py", ROOT / "composition.py", ROOT / "server.py")


@pytest.mark.parametrize("package", VERSIONS)
def test_the_installed_version_is_the_one_that_was_read(package: str) -> None:
    assert version(package) == VERSIONS[package]


@pytest.mark.parametrize("parts", PRIVATE_PARTS, ids=name_of)
def test_the_library_has_what_the_file_uses(parts: PrivateParts) -> None:
    spec = importlib.util.find_spec(parts.module)
    assert spec
    assert spec.origin
    module = Path(spec.origin)
    library = module.read_text() + " ".join(path.name for path in module.parent.iterdir())
    used = (ROOT / parts.file).read_text()
    assert [name for name in parts.names.split() if name not in library] == []
    assert [name for name in parts.names.split() if name not in used] == []
    assert (ROOT / parts.tests).exists()
    distributions = packages_distributions()[parts.module.partition(".")[0]]
    assert {canonical(name) for name in distributions} <= {canonical(name) for name in VERSIONS}


def canonical(package: str) -> str:
    """The name as PyPI normalises it."""
    return re.sub(r"[-_.]+", "-", package).lower()


def test_the_standard_library_has_what_is_used_of_it() -> None:
    stream = Path(importlib.import_module("asyncio.streams").__file__ or "").read_text()
    assert [name for name in STANDARD_LIBRARY["utils/mysql_connection.py"] if f"self.{name}" not in stream] == []


def test_no_other_private_part_is_used() -> None:
    """A private attribute that no file of ihome defines is a library's."""
    trees = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text()) for path in sources()}
    own = {name for tree in trees.values() for name in defined(tree)}
    for file, tree in trees.items():
        known = {name for parts in PRIVATE_PARTS if parts.file == file for name in parts.names.split()}
        known |= STANDARD_LIBRARY.get(file, set())
        assert private_attributes(tree) - own <= known, file


def defined(tree: ast.AST) -> Iterator[str]:
    """What a module defines: functions, classes, fields, and attributes of `self`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def private_attributes(tree: ast.AST) -> set[str]:
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {name for name in names if name.startswith("_") and not name.startswith("__")}
