"""What an admin decides about houses."""

from handlers import house_forms, moderation_payloads
from handlers.base import ApiHandler
from services import moderation


async def in_review(api: ApiHandler, form: house_forms.InReview) -> None:
    found = await moderation.in_review(api.deps, api.signed_in, form.status)
    api.reply(moderation_payloads.candidates(found, api.url))


async def review(api: ApiHandler, form: house_forms.HouseReview) -> None:
    await moderation.review(api.deps, api.signed_in, form.house_id, form.approve, form.reason or "", form.revision)
    api.reply()
