"""The houses that search engines are told about, in files of bounded size."""

from collections.abc import Sequence

from models.houses import sitemap
from models.houses.sitemap import ListedHouse
from services.deps import Deps
from services.errors import NoData

FILE_IDS = 2000
"""How many ids a file covers: building and compressing one takes some 20 ms and 1 MB."""

MAX_FILES = 50_000
"""How many files an index may have (sitemaps.org)."""

_BLOCKS_AT_ONCE = 100


async def files(deps: Deps) -> list[int]:
    """The numbers of the files that have a house."""
    found: list[int] = []
    after = 0
    async with deps.read_db.connection() as queries:
        while len(found) < MAX_FILES and (listed := await sitemap.next_listed(queries, after)) is not None:
            first = listed // FILE_IDS
            found += await sitemap.blocks(queries, FILE_IDS, first, _BLOCKS_AT_ONCE)
            after = (first + _BLOCKS_AT_ONCE) * FILE_IDS
    return found[:MAX_FILES]


async def houses(deps: Deps, number: int) -> Sequence[ListedHouse]:
    """The houses of a file. Raises NoData for a file without one."""
    async with deps.read_db.connection() as queries:
        found = await sitemap.houses(queries, number * FILE_IDS, (number + 1) * FILE_IDS)
    if not found:
        raise NoData
    return found
