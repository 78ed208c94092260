"""The offset between the exact position of a house and the one that everybody may see."""

import math
import secrets

_MIN_METRES, _MAX_METRES = 151, 299
_chance = secrets.SystemRandom()


def random_offset() -> tuple[int, int]:
    """A secret offset of 150 to 300 metres in any direction: metres to the north and to the east.

    Every place of the ring is equally likely. A house keeps its offset when it moves: the mean of several positions
    with new offsets would give the house away.
    """
    metres = math.sqrt(_chance.uniform(_MIN_METRES**2, _MAX_METRES**2))
    bearing = _chance.uniform(0, math.tau)
    return round(metres * math.cos(bearing)), round(metres * math.sin(bearing))
