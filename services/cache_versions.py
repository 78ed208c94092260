"""The version of every kind of value in the cache.

Raise the version of a kind when its value changes its form: other fields, other names, another order. The server of
the release before, which may run on the same Redis during a deployment, then does not read the new form, nor this
release the old one (docs/operating.md, "Two releases side by side").
"""

from collections.abc import Mapping
from types import MappingProxyType

CACHE_VERSIONS: Mapping[str, int] = MappingProxyType(
    {
        "card": 3,  # a house's prices, and what a list shows of it, as JSON
        "count": 1,  # how many houses a search finds
        "histogram": 1,  # how many houses a search finds at each step of the price
        "host": 1,  # what everybody may read of a host, as JSON
        "house": 3,  # the owner's id and a house's page as JSON
        "identity": 1,  # what a page shows of the signed-in user, encrypted
        "index": 1,  # the house ids of a list of the first page
        "newest": 1,  # the id of the first house that counting examines
        "similar": 1,  # the ids of the houses that are like one
    }
)
"""Kind, which is the part of a cache key before its first colon, to version."""
