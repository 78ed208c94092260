"""Bearer tokens for apps (docs/tokens.md)."""

from handlers.accounts import forms, views
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from services.accounts import tokens
from services.errors import (
    CaptchaRequired,
    DataError,
    ExpiredCaptcha,
    HashingQueueFull,
    InvalidToken,
    NoData,
    NoSuchUser,
    WrongCaptcha,
    WrongCredentials,
)


@refuses(
    WrongCredentials, HashingQueueFull, NoSuchUser, NoData, DataError, CaptchaRequired, WrongCaptcha, ExpiredCaptcha
)
async def issue(api: ApiHandler, form: forms.LoginEitherWayForm) -> views.TokensView:
    """Sign an app in with a password or an SMS code.

    The SMS code has the purpose `login`. The answer sets no cookie. The app sends the access token with its requests,
    as `Authorization: Bearer …`, and stores the refresh token for the time when the access token has expired.
    """
    return views.tokens(await tokens.issue(api.deps, form.proof, api.visitor))


@refuses(InvalidToken)
async def refresh(api: ApiHandler, form: forms.RefreshForm) -> views.TokensView:
    """Exchange a refresh token for the next pair of tokens.

    The refresh token is spent: a later use of it signs the app out. For 30 seconds an app that did not receive the
    answer may repeat the request; it gets the same tokens.
    """
    return views.tokens(await tokens.refresh(api.deps, form.refresh_token))
