"""What an admin decides about houses."""

from handlers.api.handler import ApiHandler
from handlers.houses import forms as house_forms
from handlers.houses import moderation_views
from services.houses import moderation


async def in_review(api: ApiHandler, form: house_forms.InReviewForm) -> None:
    found = await moderation.in_review(api.deps, api.signed_in, form.status)
    api.reply(moderation_views.candidates(found, api.url))


async def review(api: ApiHandler, form: house_forms.HouseReviewForm) -> None:
    await moderation.review(api.deps, api.signed_in, form.house_id, form.approve, form.reason or "", form.revision)
    api.reply()
