"""Demo users and houses for development: `python -m tools.demo`. `make run` loads them too.

`texts/` has the words, `loading` the steps; chance is seeded, so that every copy has the same homes.
"""

from tools.demo.loading import HOMES, load
from tools.demo.people import GUEST, HOSTS, PASSWORD, PEOPLE

__all__ = ["GUEST", "HOMES", "HOSTS", "PASSWORD", "PEOPLE", "load"]
