"""Benchmarks against other servers. Each prints a table; none is part of the tests."""
