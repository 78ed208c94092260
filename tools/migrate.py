"""Apply the migrations that a database has not seen yet: `python -m tools.migrate`, to IHOME_DATABASE_URL."""

import sys
from pathlib import Path

import yoyo

from config import Servers

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def migrate(database_url: str) -> list[str]:
    """Returns the names of those applied. Two processes may do this at once: yoyo takes a lock."""
    backend = yoyo.get_backend(database_url)
    try:
        with backend.lock():
            waiting = backend.to_apply(yoyo.read_migrations(str(MIGRATIONS)))
            backend.apply_migrations(waiting)
            return [migration.id for migration in waiting]
    finally:
        backend.connection.close()


def main() -> int:
    url = Servers().database_url
    if not url:
        print("IHOME_DATABASE_URL is missing: mysql://user:password@host/database", file=sys.stderr)
        return 2
    print("\n".join(f"applied {name}" for name in migrate(url)) or "nothing to apply")
    return 0


if __name__ == "__main__":
    sys.exit(main())
