"""The versions of the terms, and agreeing to them."""

from handlers.accounts import forms, views
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from services.accounts import consents
from services.errors import NoSuchUser, TooOften


async def show(api: ApiHandler) -> views.TermsView:
    """Show the current version of the terms and the privacy policy.

    Its `version` is the `terms_version` of registering.
    """
    documents = api.deps.documents
    listed = [views.AgreedDocumentView(name, version, f"/{name}") for name, version in documents.versions.items()]
    return views.TermsView(documents.version, listed)


@refuses(TooOften, NoSuchUser)
async def agree(api: ApiHandler, form: forms.ConsentForm) -> None:
    """Agree to the current terms and privacy policy.

    For users who have agreed to an earlier version, or to none. A repetition changes nothing.
    """
    await consents.agree(api.deps, api.signed_in, consents.Agreed(form.terms_version, api.locale.code))
