"""The pictures of the homes: those of tools/demo_art, resized once, and kept in .cache for the next time."""

import asyncio
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import orjson

from models.houses.images import NewImage
from models.objects import add_all
from services.deps import Deps
from services.houses import house_images, pictures
from tools.demo.homes import Home
from utils.images import Rendition, ResizedImage
from utils.storage import LocalStorage, new_stem

_ROOT = Path(__file__).parents[2]
_SOURCES = _ROOT / "tools" / "demo_art" / "pictures"
_AT_ONCE = 4
"""More pictures at once would not fit into the queue for resizing."""
_KEPT = _ROOT / ".cache" / "demo_pictures"
_NOT_A_COVER = "bathroom"
_LARGE = ("dining", "hall", "living")
"""Views that a home of a single room does not have."""


class _Facts(TypedDict):
    """What is kept beside the renditions: their widths and heights, and the BlurHash."""

    sizes: list[tuple[int, int]]
    blurhash: str


@dataclass(frozen=True)
class Picture:
    """A picture in every size, and the directory that keeps it: 0.webp, 0.jpg, 1.webp, …, the widest first."""

    resized: ResizedImage
    kept: Path


class Albums:
    """Chooses the pictures of one home after the other, each time with a cover that has not been shown for long."""

    def __init__(self) -> None:
        self._shown: dict[str, int] = {}

    def choose(self, home: Home) -> list[str]:
        """Names of pictures of the home's style, the cover first."""
        names = [name for name in _of_style(home.kind.style) if not (_is_small(home) and name.endswith(_LARGE))]
        covers = [name for name in names if not name.endswith(_NOT_A_COVER)]
        cover = min(covers, key=lambda name: (self._shown.get(name, -1), not name.endswith(_LARGE)))
        self._shown[cover] = max(self._shown.values(), default=0) + 1
        rest = [name for name in covers if name != cover]
        return [cover, *rest, *(name for name in names if name not in covers)]


def _is_small(home: Home) -> bool:
    """Whether the home has a single room."""
    return "0 厅" in home.draft.unit


@cache
def _of_style(style: str) -> list[str]:
    return sorted(path.stem for path in _SOURCES.glob(f"{style}-*.webp"))


async def load(deps: Deps, names: set[str]) -> dict[str, Picture]:
    """These pictures, by name: resized now, or kept from the last time."""
    turns = asyncio.Semaphore(_AT_ONCE)
    loaded = await asyncio.gather(*(_load(deps, name, turns) for name in sorted(names)))
    return dict(zip(sorted(names), loaded, strict=True))


async def _load(deps: Deps, name: str, turns: asyncio.Semaphore) -> Picture:
    content = (_SOURCES / f"{name}.webp").read_bytes()
    key = hashlib.sha256(content + repr(pictures.HOUSE_WIDTHS).encode()).hexdigest()[:16]
    kept = _KEPT / f"{name}-{key}"
    resized = _read(kept)
    if resized is None:
        async with turns:
            resized = await deps.image_workers.sized(content, pictures.HOUSE_WIDTHS)
        _write(kept, resized)
    return Picture(resized, kept)


def _read(kept: Path) -> ResizedImage | None:
    """None where nothing is kept; the facts are written last."""
    try:
        facts: _Facts = orjson.loads((kept / "facts.json").read_bytes())
    except FileNotFoundError:
        return None
    renditions = [
        Rendition(width, height, (kept / f"{number}.webp").read_bytes(), (kept / f"{number}.jpg").read_bytes())
        for number, (width, height) in enumerate(facts["sizes"])
    ]
    return ResizedImage(tuple(renditions), facts["blurhash"])


def _write(kept: Path, resized: ResizedImage) -> None:
    kept.mkdir(parents=True, exist_ok=True)
    for number, rendition in enumerate(resized.renditions):
        (kept / f"{number}.webp").write_bytes(rendition.webp)
        (kept / f"{number}.jpg").write_bytes(rendition.jpeg)
    sizes = [(rendition.width, rendition.height) for rendition in resized.renditions]
    (kept / "facts.json").write_bytes(orjson.dumps(_Facts(sizes=sizes, blurhash=resized.blurhash)))


async def store(deps: Deps, shown: list[Picture]) -> list[NewImage]:
    """Put these pictures into the storage under new names; returns their rows. Local storage gets hard links."""
    stems = [new_stem("houses") for _ in shown]
    if not isinstance(deps.storage, LocalStorage):
        for stem, picture in zip(stems, shown, strict=True):
            await pictures.store(deps, house_images.objects_of(stem, picture.resized))
    else:
        links = {name: path for stem, picture in zip(stems, shown, strict=True) for name, path in _links(stem, picture)}
        await _link(deps, deps.storage, links)
    return [house_images.new_image(stem, picture.resized) for stem, picture in zip(stems, shown, strict=True)]


def _links(stem: str, picture: Picture) -> list[tuple[str, Path]]:
    return [
        (f"{name}.{suffix}", picture.kept / f"{number}.{suffix}")
        for number, name in enumerate(pictures.names(stem))
        for suffix in ("webp", "jpg")
    ]


async def _link(deps: Deps, storage: LocalStorage, links: dict[str, Path]) -> None:
    await deps.db.transact(lambda queries: add_all(queries, list(links)))
    await storage.link(links)
