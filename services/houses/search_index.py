"""The words of a house in the full-text index: its title and address, their pinyin, and the places in which it lies."""

from models.houses import houses
from models.houses.houses import IndexedTexts
from models.types import HouseId
from services.houses import gazetteer
from utils import tokenizer
from utils.mysql import Queries


async def write(queries: Queries, house_id: HouseId) -> None:
    """Write the words of a house. The caller has locked it, or has just made it."""
    for found in (await houses.indexed_texts(queries, [house_id])).values():
        await houses.set_search_words(queries, house_id, words(found))


def words(house: IndexedTexts) -> str:
    """The words by which a search finds a house.

    The places are those of the public position, which tells nothing that the house's page does not.
    """
    lat, lng = (None if degrees is None else float(degrees) for degrees in (house.public_lat, house.public_lng))
    own = tokenizer.tokens(f"{house.title} {house.address}", gazetteer.pinyin().syllables)
    return " ".join([*own, *gazetteer.tokens(house.area_id, lat, lng)])
