"""What MariaDB's errors mean for a use of the database.

Numbers: https://mariadb.com/kb/en/mariadb-error-code-reference/. On a node that has lost its cluster, Galera answers
statements with 1047.
"""

import re
from typing import NoReturn

import pymysql.err as errors
from pymysql.constants import CR, ER

CONFLICTS = (ER.LOCK_DEADLOCK, ER.LOCK_WAIT_TIMEOUT, ER.CHECKREAD)
"""A transaction with one of these errors, even as the answer to COMMIT, has changed nothing and may be repeated."""

_READ_ONLY = (ER.OPTION_PREVENTS_STATEMENT, 1836)

ROLLED_BACK = (*CONFLICTS, *_READ_ONLY)
"""As the answer to COMMIT: the server has rolled the transaction back."""

NO_CLUSTER = ER.UNKNOWN_COM_ERROR
"""The server is a node that has lost its cluster ("WSREP has not yet prepared node for application use")."""

_STOPPED_BY_SERVER = (1969,)  # max_statement_time
_TOO_MANY = (ER.CON_COUNT_ERROR, 1203)
_AWAY = (ER.SERVER_SHUTDOWN, NO_CLUSTER, 1927, *_READ_ONLY)  # 1927: connection was killed


class DatabaseUnavailable(Exception):
    """MariaDB is down, or did not answer in time."""


class ServerLost(DatabaseUnavailable):
    """The server is away, or serves no more: its successor may take the work. `number` is the error's, 0 for none."""

    def __init__(self, text: str, number: int = 0) -> None:
        super().__init__(text)
        self.number = number


class OutcomeUnknown(DatabaseUnavailable):
    """COMMIT was sent and not answered: the transaction may be committed, so it must not be repeated."""


class StatementFailed(Exception):
    """MariaDB refused a statement. The text has the error number only: MariaDB's own text quotes personal data."""

    def __init__(self, number: int) -> None:
        super().__init__(f"MariaDB error {number}")
        self.number = number


class DuplicateKey(StatementFailed):
    """A row with this value of a unique key exists; `key` is the key's name."""

    def __init__(self, text: str) -> None:
        super().__init__(ER.DUP_ENTRY)
        match = re.search(r"for key '([^']+)'$", text)
        self.key = match[1] if match else ""


def lost(error: errors.MySQLError) -> ServerLost | None:
    """The ServerLost that this error means; None where it means something else."""
    number = _number(error)
    if isinstance(error, errors.InterfaceError) or CR.CR_UNKNOWN_ERROR <= number < 3000 or not number:
        return ServerLost(f"connection lost: {number}", number)
    return ServerLost(f"MariaDB error {number}", number) if number in _AWAY else None


def connecting_failed(error: errors.MySQLError) -> DatabaseUnavailable:
    """What an error of connecting means."""
    return lost(error) or DatabaseUnavailable(f"no connection: {_number(error)}")


def translate(error: errors.MySQLError) -> NoReturn:
    """Raises DatabaseUnavailable, DuplicateKey or StatementFailed."""
    number = _number(error)
    if number == ER.DUP_ENTRY:
        raise DuplicateKey(str(error.args[1])) from None
    if server_lost := lost(error):
        raise server_lost from None
    if number in _STOPPED_BY_SERVER or number in _TOO_MANY:
        raise DatabaseUnavailable(f"MariaDB error {number}") from None
    raise StatementFailed(number) from None


def _number(error: errors.MySQLError) -> int:
    return error.args[0] if error.args and isinstance(error.args[0], int) else 0
