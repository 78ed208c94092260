"""API keys (docs/api-keys.md)."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.programs import views
from handlers.programs.forms import ApiKeyForm, KeyIdForm
from models.types import ApiKeyId
from services.errors import QuotaExceeded, SignInAgain, TooOften
from services.programs import api_keys
from services.programs.api_keys import NoSuchKey


async def list_keys(api: ApiHandler) -> views.ApiKeysView:
    """List one's API keys.

    Their texts are stored nowhere.
    """
    return views.ApiKeysView([views.api_key(key) for key in await api_keys.list_keys(api.deps, api.signed_in)])


@refuses(SignInAgain, QuotaExceeded, TooOften)
async def add(api: ApiHandler, form: ApiKeyForm) -> views.NewApiKeyView:
    """Add an API key.

    The answer is the only one that shows it. Only a session that was opened within the last 15 minutes may add one.
    """
    made = await api_keys.make(api.deps, api.signed_in, form.name, form.scopes, form.days)
    return views.new_api_key(made)


@refuses(NoSuchKey)
async def remove(api: ApiHandler, form: KeyIdForm) -> None:
    """Remove an API key.

    It ends at once.
    """
    await api_keys.remove(api.deps, api.signed_in, ApiKeyId(form.key_id))
