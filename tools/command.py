"""What all commands share: exit codes, and an error in one line.

0: done. 1: failed, or found something. 2: wrong usage or settings.
"""

import re
import sys
from collections.abc import Callable

import pymysql

from config import Unsafe
from services.errors import Refusal
from utils import mysql, redis


class Problem(Exception):
    """The command cannot go on; the message says why, and what to do about it."""


def run(main: Callable[[], int]) -> int:
    """Run `main`; returns the exit code. Prints errors of settings, commands, services, MariaDB and Redis."""
    try:
        return main()
    except Unsafe as unsafe:
        print("\n".join(unsafe.problems), file=sys.stderr)
        return 2
    except (Problem, Refusal) as problem:
        print(problem, file=sys.stderr)
    except (mysql.DatabaseUnavailable, mysql.StatementFailed, pymysql.MySQLError) as error:
        print(f"MariaDB: {describe(error)}", file=sys.stderr)
    except redis.RedisUnavailable as error:
        print(f"Redis: {describe(error)}", file=sys.stderr)
    except OSError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
    return 1


def describe(error: Exception) -> str:
    """The text of an error, with its number, in one line."""
    text = " ".join(str(part) for part in error.args) or type(error).__name__
    return re.sub(r"\s+", " ", text)
