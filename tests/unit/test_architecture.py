"""The layers: who may import whom, and what has one place only (ARCHITECTURE.md)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("composition", "config", "utils", "models", "services", "handlers", "server", "tools", "tests", "bench")
MAY_IMPORT = {
    "config": {"utils"},
    "utils": {"utils"},
    "models": {"models", "utils"},
    "services": {"services", "models", "utils"},
    "handlers": {"handlers", "services", "models", "utils"},
    "composition": {"config", "services", "utils"},
    "server": {"composition", "config", "handlers", "services", "utils"},
}
NEVER = {
    "config": {"tornado", "redis", "aiomysql"},
    "utils": set(),
    "models": {"tornado", "redis", "aiomysql"},
    "services": {"tornado", "redis", "aiomysql"},
    "handlers": {"redis", "aiomysql"},
    "composition": {"tornado", "aiomysql"},
    "server": {"aiomysql"},
}
ONLY_IN = {
    "aiomysql": {"utils/mysql_connection.py", "utils/mysql_pool.py"},
    "pymysql": {
        "utils/mysql_connection.py",
        "tools/cluster/sql.py",
        "utils/mysql_errors.py",
        "utils/mysql_pool.py",
        "utils/mysql_queries.py",
        "tools/dev_services.py",
        "tools/command.py",
        "tools/migrate.py",
    },
    "httptools": {"utils/http/llhttp.py"},
    "hiredis": {"utils/redis_connection.py"},
    "aiosmtplib": {"utils/mail.py"},
    "alipay": {"utils/alipay_client.py"},
    "bcrypt": {"utils/passwords.py"},
    "captcha": {"utils/captcha.py"},
    "circuitbreaker": {"utils/outbound.py"},
    "cryptography": {"utils/crypto.py"},
    "alibabacloud_dysmsapi20170525": {"utils/sms.py"},
    "icalendar": {"utils/ical.py"},
    "py_vapid": {"utils/web_push.py"},
    "pywebpush": {"utils/web_push.py"},
}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE)\s.*\b(FROM|INTO|SET)\b", re.DOTALL)


def sources(layer: str) -> list[Path]:
    path = ROOT / layer
    return sorted(path.glob("**/*.py")) if path.is_dir() else [ROOT / f"{layer}.py"]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def from_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    for path in sources(layer):
        found = set(imports(path))
        assert found & set(LAYERS) <= MAY_IMPORT[layer], path
        assert not found & NEVER[layer], path


def test_models_are_reached_by_handlers_as_entities_only() -> None:
    for path in sources("handlers"):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("models"):
                assert all(alias.name[0].isupper() for alias in node.names), path


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_has_one_place(package: str) -> None:
    users = {from_root(path) for layer in (*MAY_IMPORT, "tools") for path in sources(layer) if package in imports(path)}
    assert users <= ONLY_IN[package]


def test_sql_is_written_in_models_only() -> None:
    """Except for the ledger of migrations, which exists before any table of the models."""
    for layer in ("config", "utils", "services", "handlers", "server", "tools"):
        for path in set(sources(layer)) - {ROOT / "tools" / "migrate.py"}:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    assert not SQL.match(node.value), f"{path}: {node.value}"


def test_the_environment_is_read_in_config_only() -> None:
    for layer in (*MAY_IMPORT, "tools"):
        for path in sources(layer):
            if layer != "config":
                assert not re.search(r"\bos\.(environ|getenv)\b", path.read_text()), path


def test_nothing_but_tests_imports_tools() -> None:
    for layer in MAY_IMPORT:
        for path in sources(layer):
            assert "tools" not in set(imports(path)), path


def test_no_class_is_too_large_to_read() -> None:
    """150 lines and 15 methods at most; forms and tables of settings are counted as well."""
    for layer in (*MAY_IMPORT, "tools"):
        for path in sources(layer):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.ClassDef):
                    methods = [part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
                    lines = (node.end_lineno or 0) - node.lineno + 1
                    assert len(methods) <= 15, f"{path}: {node.name} has {len(methods)} methods"
                    assert lines <= 150, f"{path}: {node.name} has {lines} lines"
