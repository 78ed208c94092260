"""Commands run as `python -m tools.…`; thin over services, imported by nothing but tests."""
