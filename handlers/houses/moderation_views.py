"""Houses as an admin reviews them."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from handlers.api.fields import UrlOf
from handlers.api.legacy import Payload
from handlers.houses import price_views
from handlers.houses import views as house_views
from models.houses.houses import ReviewedTexts
from services.houses.moderation import Candidate


def candidates(found: Iterable[Candidate], url: UrlOf) -> Payload:
    """`revision` is what the decision names."""
    return Payload({"houses": [_candidate(candidate, url) for candidate in found]})


def _candidate(candidate: Candidate, url: UrlOf) -> dict[str, Any]:
    shown = house_views.details(candidate.house, candidate.images, candidate.facilities, url)
    return shown | house_views.state(candidate.house) | {
        "prices": price_views.rates(candidate.terms),
        "revision": candidate.moderation.revision,
        "changes": _changes(candidate),
    }  # fmt: skip


def _changes(candidate: Candidate) -> dict[str, Any] | None:
    """What differs from the content that was approved last; None where none was."""
    before, now = candidate.moderation.approved, candidate.moderation.content
    if before is None:
        return None
    return {
        "before": _differences(before.texts, now.texts),
        "images_added": [image.id for image in candidate.images if image.stem not in before.stems],
        "images_removed": len(set(before.stems) - set(now.stems)),
    }


def _differences(before: ReviewedTexts, now: ReviewedTexts) -> dict[str, Any]:
    """The texts before, where they are others now."""
    earlier, current = asdict(before), asdict(now)
    return {name: earlier[name] for name in earlier if earlier[name] != current[name]}
