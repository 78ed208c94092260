"""Bearer tokens for apps: signing in for a pair of tokens, and exchanging a refresh token for the next pair."""

import structlog

from services.accounts import auth
from services.accounts.auth import PasswordProof
from services.accounts.sms import SmsProof
from services.deps import Deps, Visitor
from services.errors import InvalidToken, WrongCredentials
from utils.bearer_tokens import InvalidRefreshToken, RefreshTokenReused, TokenPair

log = structlog.get_logger()


async def issue(deps: Deps, proof: PasswordProof | SmsProof, visitor: Visitor) -> TokenPair:
    """Sign an app in. Raises the refusals of `auth.check_password` or `auth.check_sms_code`.

    WrongCredentials also where the password changes meanwhile (decision 0010).
    """
    if isinstance(proof, SmsProof):
        user = await auth.check_sms_code(deps, proof, visitor)
        return await deps.tokens.issue(user.id, address=visitor.address, device=visitor.device)
    user = await auth.check_password(deps, proof, visitor)
    pair = await deps.tokens.issue(user.id, address=visitor.address, device=visitor.device)
    if not await auth.has_same_password(deps, user):
        await auth.logout(deps, pair.session)
        raise WrongCredentials
    return pair


async def refresh(deps: Deps, refresh_token: str) -> TokenPair:
    """Exchange a refresh token for the next pair. Raises InvalidToken; a reused token also ends its session."""
    try:
        return await deps.tokens.refresh(refresh_token)
    except RefreshTokenReused as reused:
        log.warning("refresh_token_reused", user_id=reused.user_id)
        raise InvalidToken from None
    except InvalidRefreshToken:
        raise InvalidToken from None
