"""The tests: real MariaDB, real Redis, real HTTP."""
