"""The styles, and what is rendered of each."""

from collections.abc import Callable

from . import courtyards, houses, terraces
from . import halls as h
from . import interiors as i
from .kit import Kit, Style
from .playroom import playroom

Scene = tuple[Style, Callable[[Kit], None], int]

_SIHEYUAN = Style(
    "siheyuan", wall="#eae2d2", back_colour="#e4d9c4", floor="brick", floor_colour="#7d7a74", wood="#5c3420",
    cloth="#a83a2e", accent="#2f5a63", second="#c9973e", bedding="#c7b58f", rug="#8c2f28", metal="#b98f4a",
    frame="#5c3420", cabinet="#7a4a2e", tile="#c3c9c4", window="lattice", view="court", bed="canopy", sofa="frame",
    lamp="lantern", chair="ming", beams=True, height=3.0, art="ink", warm=0.6,
)  # fmt: skip
_LOFT = Style(
    "loft", wall="#dcdad5", back="brick", back_colour="#9a5d47", floor="planks", floor_colour="#8a6647",
    wood="#7a5433", cloth="#55606b", accent="#c0692f", second="#d9b25c", bedding="#8d99a3", rug="#b9b0a2",
    metal="#2f2e2c", frame="#2c2b2a", cabinet="#3c4348", tile="#eceae4", window="grid", view="city", bed="iron",
    lamp="bulbs", chair="metal", height=3.2,
)  # fmt: skip
_NORDIC = Style(
    "nordic", wall="#f2f0ea", back_colour="#dfe4e2", floor_colour="#cfae84", wood="#c79e6c", cloth="#b5b9ba",
    accent="#5c8590", second="#e0b04f", bedding="#cfd8d8", rug="#e8e3d8", metal="#2e2d2b", cabinet="#a5b5ab",
    view="garden", bed="wood", lamp="globe", chair="shell", warm=0.3,
)  # fmt: skip
_JAPANESE = Style(
    "japanese", wall="#ece5d4", back_colour="#e3d9c3", floor="tatami", floor_colour="#bdb67e", wood="#b98e5c",
    cloth="#d9cdb4", accent="#4a5f52", second="#a5623c", bedding="#e4dcc8", rug="#cdbf9f", metal="#3a3632",
    frame="#b98e5c", cabinet="#d9c09a", tile="#b9c0b0", window="shoji", view="garden", bed="futon", sofa="frame",
    lamp="paper", height=2.55, art="ink", warm=0.5,
)  # fmt: skip
_FAMILY = Style(
    "family", wall="#f4efe4", back_colour="#cfe0dd", floor_colour="#d3ad7c", wood="#d1a873", cloth="#e2d8c8",
    accent="#6aa5a8", second="#f0b357", bedding="#f3dcc0", rug="#f2e6d2", metal="#c9a465", cabinet="#9fc4c2",
    tile="#bfe0dc", view="garden", bed="upholstered", lamp="globe", chair="shell", warm=0.4,
)  # fmt: skip
_MOUNTAIN = Style(
    "mountain", wall="#e6dccb", back="stone", back_colour="#a49a8b", floor_colour="#7d5636", ceiling="#c9a67c",
    wood="#7b4f2d", cloth="#8b8072", accent="#50684a", second="#b5653a", bedding="#cbbfa8", rug="#dfd5c3",
    metal="#3b3733", frame="#3b3733", cabinet="#6f5c48", tile="#a8a296", view="mountain", bed="wood",
    lamp="pendant", beams=True, height=3.1, warm=0.5,
)  # fmt: skip
_MODERN = Style(
    "modern", wall="#e9e8e5", back_colour="#75808a", floor="tiles", floor_colour="#cfcac1", wood="#6d5543",
    cloth="#9aa0a5", accent="#27496b", second="#c8a070", bedding="#d6d9dc", rug="#c3c4c4", metal="#b99a66",
    frame="#33363a", cabinet="#5b646b", tile="#d9dadb", view="city", bed="upholstered", lamp="globe", chair="plain",
    warm=0.3,
)  # fmt: skip
_RETRO = Style(
    "retro", wall="#e7dcc6", back_colour="#3f5f52", floor_colour="#7a4a2c", wood="#6a3b21", cloth="#7d4a2c",
    accent="#b0803a", second="#7a2f2c", bedding="#d8c5a0", rug="#8d3a30", metal="#c29b4f", frame="#efe6d3",
    cabinet="#45695c", tile="#7fa595", window="grid", view="street", bed="iron", sofa="leather", lamp="pendant",
    chair="plain", height=3.2, warm=0.7,
)  # fmt: skip
_LAKE = Style(
    "lake", wall="#eef0ee", back_colour="#c5d5d8", floor_colour="#bfa079", wood="#a98458", cloth="#dfe3e2",
    accent="#3f7890", second="#d9c39a", bedding="#bfd6de", rug="#dde4e3", metal="#a9a9a5", cabinet="#dfe6e6",
    tile="#9cc3cc", view="lake", bed="upholstered", lamp="globe", chair="plain", warm=0.35,
)  # fmt: skip
_GREATWALL = Style(
    "greatwall", wall="#ece3d0", back="brick", back_colour="#a39a8b", floor="brick", floor_colour="#93826c",
    wood="#80542e", cloth="#3f5d84", accent="#b23a2c", second="#e0b050", bedding="#c9453a", rug="#b9a888",
    metal="#6c5a3c", frame="#80542e", cabinet="#8a6238", tile="#c9c2b2", window="lattice", view="greatwall",
    bed="kang", sofa="frame", lamp="lantern", chair="plain", beams=True, height=2.9, art="ink", warm=0.6,
)  # fmt: skip
_CREAM = Style(
    "cream", wall="#f5ecdd", back_colour="#efe0c8", floor_colour="#d9bc92", wood="#d2ac7a", cloth="#f1e7d6",
    accent="#d9a98c", second="#c9b58c", bedding="#f3e5cf", rug="#f4ecdf", metal="#d2ab62", cabinet="#e2c9a4",
    tile="#f1e6d4", view="street", bed="upholstered", lamp="globe", chair="shell", warm=0.55,
)  # fmt: skip
_INDUSTRIAL = Style(
    "industrial", wall="#b9b6b0", back="concrete", back_colour="#98958f", floor="concrete", floor_colour="#8b8984",
    ceiling="#a3a09a", wood="#6e4a2c", cloth="#6b3f26", accent="#39474b", second="#b8742f", bedding="#777d80",
    rug="#5c5a57", metal="#2a2a2a", frame="#232323", cabinet="#2f3335", tile="#e9e6df", window="grid", view="city",
    bed="iron", sofa="leather", lamp="bulbs", chair="metal", height=3.3, warm=0.4,
)  # fmt: skip

_VIEWS: dict[Style, dict[str, Callable[[Kit], None]]] = {
    _SIHEYUAN: {
        "courtyard": courtyards.courtyard, "bedroom": i.bedroom, "living": i.living, "hall": h.lantern_hall,
        "bathroom": i.bathroom,
    },
    _LOFT: {
        "living": h.loft, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
        "balcony": terraces.city_balcony,
    },
    _NORDIC: {
        "living": i.living, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
        "balcony": terraces.street_balcony,
    },
    _JAPANESE: {"living": h.tea_room, "bedroom": i.bedroom, "garden": terraces.japanese_garden, "bathroom": i.bathroom},
    _FAMILY: {
        "playroom": playroom, "living": i.living, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
    },
    _MOUNTAIN: {
        "villa": houses.villa, "living": h.hearth, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
    },
    _MODERN: {
        "living": i.living, "bedroom": i.bedroom, "dining": i.island_kitchen, "bathroom": i.bathroom,
        "balcony": terraces.city_balcony,
    },
    _RETRO: {
        "house": houses.old_house, "living": i.living, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
    },
    _LAKE: {
        "terrace": terraces.lake_terrace, "living": i.living, "bedroom": i.bedroom, "dining": i.island_kitchen,
        "bathroom": i.bathroom,
    },
    _GREATWALL: {"yard": courtyards.farmyard, "bedroom": i.bedroom, "hall": h.lantern_hall, "bathroom": i.bathroom},
    _CREAM: {
        "living": i.living, "bedroom": i.bedroom, "dining": i.island_kitchen, "bathroom": i.bathroom,
        "balcony": terraces.street_balcony,
    },
    _INDUSTRIAL: {
        "works": houses.works, "living": i.living, "bedroom": i.bedroom, "dining": i.dining, "bathroom": i.bathroom,
    },
}  # fmt: skip
_SEEDS: dict[str, int] = {}
"""For a picture that should come out differently: another number."""

SCENES: dict[str, Scene] = {
    f"{style.name}-{view}": (style, build, _SEEDS.get(f"{style.name}-{view}", 1))
    for style, views in _VIEWS.items()
    for view, build in views.items()
}

OUTDOORS = frozenset(
    (
        courtyards.courtyard, courtyards.farmyard, houses.villa, houses.old_house, houses.works,
        terraces.city_balcony, terraces.japanese_garden, terraces.lake_terrace, terraces.street_balcony,
    )
)  # fmt: skip
"""What is rendered under the open sky."""
