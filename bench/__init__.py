"""How fast, against whom. Each prints a table; nothing here is part of the tests."""
