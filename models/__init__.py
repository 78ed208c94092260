"""The tables: frozen dataclasses, and the only SQL of the project."""
