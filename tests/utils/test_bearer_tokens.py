"""Access and refresh tokens on real Redis, with a clock of our own."""

import asyncio

import pytest
from redis.asyncio import Redis

from tests.lifetimes import lives, moment
from utils.bearer_tokens import BearerTokens, InvalidRefreshToken, RefreshTokenReused, TokenPair
from utils.epoch import Epoch
from utils.sessions import Lifetime, Session, SessionStore, public_id

DAY = 24 * 3600
ACCESS, RETRY = 900, 30


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(store: Redis, clock: Clock) -> SessionStore:
    browser, app = Lifetime(DAY, 7 * DAY), Lifetime(30 * DAY, 180 * DAY)
    return SessionStore(store, browser=browser, app=app, touch=60, clock=clock)


@pytest.fixture
def tokens(store: Redis, sessions: SessionStore, clock: Clock) -> BearerTokens:
    return BearerTokens(store, sessions, b"key", access=ACCESS, retry=RETRY, clock=clock)


async def issued(tokens: BearerTokens, user_id: int = 1) -> TokenPair:
    return await tokens.issue(user_id, address="a", device="d")


async def test_tokens_have_256_random_bits_and_redis_knows_none_of_them(tokens: BearerTokens, store: Redis) -> None:
    pairs = [await issued(tokens) for _ in range(20)]
    pairs += [await tokens.refresh(pair.refresh_token) for pair in pairs]
    every = [token for pair in pairs for token in (pair.access_token, pair.refresh_token)]
    assert len({token.partition(".")[2] for token in every}) == len(every) == 80
    assert {len(token.partition(".")[2]) for token in every} == {43}
    secret = {part for token in every for part in token.split("_", 2)[2].split(".")}
    assert len(secret) == 20 + 80
    stored = await everything(store)
    assert pairs[0].session.id in stored
    assert not [part for part in secret if part in stored]


async def everything(store: Redis) -> str:
    """All keys and values of Redis."""
    found = []
    for key in await store.keys():
        match await store.type(key):
            case "string":
                found.append((key, await store.get(key)))
            case "hash":
                found.append((key, await store.hgetall(key)))
            case _:
                found.append((key, await store.zrange(key, 0, -1)))
    return str(found)


async def test_an_access_token_is_valid_for_a_quarter_of_an_hour(tokens: BearerTokens, clock: Clock) -> None:
    pair = await issued(tokens, 7)
    assert (pair.expires_in, pair.refresh_expires_in) == (900, 30 * DAY)
    clock.now += ACCESS - 0.001
    found = await tokens.find(pair.access_token)
    assert found
    assert (found.user_id, found.kind, found.device) == (7, "app", "d")
    clock.now += 0.001
    assert await tokens.find(pair.access_token) is None


async def test_a_refresh_gives_a_new_pair_and_leaves_the_access_token_its_time(
    tokens: BearerTokens, clock: Clock
) -> None:
    first = await issued(tokens)
    clock.now += 600
    second = await tokens.refresh(first.refresh_token)
    assert second.session.id == first.session.id
    assert len({first.access_token, first.refresh_token, second.access_token, second.refresh_token}) == 4
    assert (second.expires_in, second.refresh_expires_in) == (900, 30 * DAY)
    assert await tokens.find(first.access_token)
    assert await tokens.find(second.access_token)
    clock.now += 300
    assert await tokens.find(first.access_token) is None
    assert await tokens.find(second.access_token)


async def test_a_family_lives_while_it_is_used_but_not_for_ever(tokens: BearerTokens, clock: Clock) -> None:
    pair = await issued(tokens)
    for _ in range(6):
        clock.now += 29 * DAY
        pair = await tokens.refresh(pair.refresh_token)
    assert pair.refresh_expires_in == 6 * DAY
    clock.now += 6 * DAY
    with pytest.raises(InvalidRefreshToken):
        await tokens.refresh(pair.refresh_token)


async def test_a_family_ends_after_thirty_days_without_use(
    tokens: BearerTokens, clock: Clock, sessions: SessionStore, store: Redis
) -> None:
    pair = await issued(tokens)
    clock.now += 30 * DAY
    with pytest.raises(InvalidRefreshToken):
        await tokens.refresh(pair.refresh_token)
    assert await sessions.of_user(1) == []


async def test_every_key_of_a_family_ends_by_itself_and_not_before_its_session(
    tokens: BearerTokens, store: Redis, clock: Clock
) -> None:
    began = await moment(store)
    pair = await issued(tokens)
    await store.expire(f"tokens:{pair.session.id}", 60)
    await tokens.refresh(pair.refresh_token)
    found = {key.partition(":")[0]: key for key in await store.keys("*s*:*")}
    ends = {"session": 30 * DAY, "tokens": 30 * DAY + ACCESS, "app_sessions": 180 * DAY}
    assert found.keys() == ends.keys()
    assert [kind for kind, key in found.items() if not await lives(store, key, ends[kind], began)] == []


async def test_a_refresh_whose_answer_was_lost_may_be_repeated_for_a_while(tokens: BearerTokens, clock: Clock) -> None:
    first = await issued(tokens)
    second = await tokens.refresh(first.refresh_token)
    clock.now += RETRY
    again = await tokens.refresh(first.refresh_token)
    assert (again.access_token, again.refresh_token) == (second.access_token, second.refresh_token)
    assert again.expires_in == ACCESS - RETRY
    assert await tokens.refresh(again.refresh_token)


async def test_simultaneous_refreshes_of_one_token_give_one_pair(tokens: BearerTokens) -> None:
    first = await issued(tokens)
    pairs = await asyncio.gather(*(tokens.refresh(first.refresh_token) for _ in range(20)))
    assert len({(pair.access_token, pair.refresh_token) for pair in pairs}) == 1
    assert await tokens.find(pairs[0].access_token)
    assert (await tokens.refresh(pairs[0].refresh_token)).session.id == first.session.id


async def test_a_spent_token_that_comes_again_ends_the_family(
    tokens: BearerTokens, sessions: SessionStore, clock: Clock, store: Redis
) -> None:
    browser = await sessions.open(1, address="a", device="d")
    stolen = await issued(tokens)
    current = await tokens.refresh(stolen.refresh_token)
    clock.now += RETRY + 0.001
    with pytest.raises(RefreshTokenReused) as reused:
        await tokens.refresh(stolen.refresh_token)
    assert reused.value.user_id == 1
    for pair in (stolen, current):
        assert await tokens.find(pair.access_token) is None
        with pytest.raises(InvalidRefreshToken) as refused:
            await tokens.refresh(pair.refresh_token)
        assert refused.type is InvalidRefreshToken
    assert await store.keys("tokens:*") == []
    assert [session.kind for session in await sessions.of_user(1)] == ["browser"]
    assert await sessions.find(browser)


async def test_a_token_before_the_one_that_was_spent_last_ends_the_family_at_once(tokens: BearerTokens) -> None:
    first = await issued(tokens)
    second = await tokens.refresh(first.refresh_token)
    third = await tokens.refresh(second.refresh_token)
    with pytest.raises(RefreshTokenReused):
        await tokens.refresh(first.refresh_token)
    assert await tokens.find(third.access_token) is None


async def test_a_reused_token_ends_its_family_in_every_index(tokens: BearerTokens, store: Redis) -> None:
    for lost in ([], ["app_sessions:1", "sessions:1"]):
        pair = await issued(tokens)
        await tokens.refresh((await tokens.refresh(pair.refresh_token)).refresh_token)
        if lost:
            await store.delete(*lost)
        with pytest.raises(RefreshTokenReused):
            await tokens.refresh(pair.refresh_token)
        assert await store.keys("*s*:*") == []


async def test_a_secret_that_was_never_issued_ends_the_family_that_it_names(tokens: BearerTokens) -> None:
    pair = await issued(tokens)
    with pytest.raises(RefreshTokenReused):
        await tokens.refresh(pair.refresh_token[:-43] + "A" * 43)
    assert await tokens.find(pair.access_token) is None


async def test_tokens_are_good_for_their_own_purpose_only(tokens: BearerTokens, sessions: SessionStore) -> None:
    pair, browser = await issued(tokens), await sessions.open(1, address="a", device="d")
    with pytest.raises(InvalidRefreshToken) as refused:
        await tokens.refresh(pair.access_token)
    assert refused.type is InvalidRefreshToken
    assert await tokens.find(pair.refresh_token) is None
    assert await tokens.find(pair.access_token.replace("_at_", "_rt_")) is None
    handle = pair.access_token.split("_", 2)[2].partition(".")[0]
    for text in (pair.access_token, pair.refresh_token, handle, handle + "A" * 21):
        assert await sessions.find(text) is None
    for text in (browser, f"ihome_at_{browser[:22]}.{browser}"):
        assert await tokens.find(text) is None
    assert await tokens.find(pair.access_token)


@pytest.mark.parametrize(
    "token", ["", "x", "ihome_at_", "ihome_at_" + "A" * 22 + "." + "A" * 43, "图" * 75, "A" * 9000]
)
async def test_a_token_that_was_never_issued_is_refused(tokens: BearerTokens, token: str) -> None:
    assert await tokens.find(token) is None
    assert await tokens.find(token + "\n") is None
    for text in (token, token.replace("_at_", "_rt_")):
        with pytest.raises(InvalidRefreshToken) as refused:
            await tokens.refresh(text)
        assert refused.type is InvalidRefreshToken


async def test_tokens_end_with_their_session(tokens: BearerTokens, sessions: SessionStore, store: Redis) -> None:
    ended, kept, other = [await issued(tokens, user_id) for user_id in (1, 1, 2)]
    assert not await sessions.end(2, ended.session.id)
    assert await sessions.end(1, ended.session.id)
    for end_the_rest in (False, True):
        if end_the_rest:
            await sessions.end_all(1, but=kept.session.id)
        assert await tokens.find(ended.access_token) is None
        with pytest.raises(InvalidRefreshToken):
            await tokens.refresh(ended.refresh_token)
        assert await tokens.find(kept.access_token)
        assert await tokens.find(other.access_token)
    await sessions.end_all(1)
    assert await tokens.find(kept.access_token) is None
    assert await store.keys("tokens:*") == [f"tokens:{other.session.id}"]


async def test_a_session_that_ends_while_its_token_is_refreshed_stays_ended(
    tokens: BearerTokens, sessions: SessionStore
) -> None:
    for _ in range(20):
        pair = await issued(tokens)
        outcome, _ = await asyncio.gather(
            tokens.refresh(pair.refresh_token), sessions.end_all(1), return_exceptions=True
        )
        assert isinstance(outcome, InvalidRefreshToken | TokenPair)
        assert await tokens.find(pair.access_token) is None
        assert await sessions.of_user(1) == []


async def test_a_session_that_ends_just_before_the_rotation_issues_no_tokens(
    tokens: BearerTokens, sessions: SessionStore, store: Redis
) -> None:
    pair = await issued(tokens)
    renew = sessions.renew

    async def ended_afterwards(session: Session) -> Session:
        renewed = await renew(session)
        await store.delete(f"session:{session.id}")
        return renewed

    sessions.renew = ended_afterwards  # type: ignore[method-assign]
    with pytest.raises(InvalidRefreshToken) as refused:
        await tokens.refresh(pair.refresh_token)
    assert refused.type is InvalidRefreshToken


async def test_an_access_token_notes_that_its_session_was_seen(
    tokens: BearerTokens, sessions: SessionStore, clock: Clock
) -> None:
    pair = await issued(tokens)
    for seconds, noted in ((59, 0), (1, 60), (59, 60)):
        clock.now += seconds
        await tokens.find(pair.access_token)
        assert [session.seen - session.opened for session in await sessions.of_user(1)] == [noted]


async def test_a_new_epoch_ends_every_family(tokens: BearerTokens, store: Redis) -> None:
    pair = await issued(tokens)
    epoch = Epoch()
    epoch.redis = store
    await epoch.begin()
    assert await tokens.find(pair.access_token) is None
    with pytest.raises(InvalidRefreshToken):
        await tokens.refresh(pair.refresh_token)


async def test_a_browser_s_sign_in_does_not_shorten_the_list_of_apps(
    tokens: BearerTokens, sessions: SessionStore, store: Redis
) -> None:
    """The list of a user's browsers expires after seven days, that of the apps lives on."""
    pair = await issued(tokens)
    await sessions.open(1, address="a", device="d")
    await store.delete("sessions:1")
    assert [session.id for session in await sessions.of_user(1)] == [pair.session.id]
    await sessions.end_all(1)
    assert await tokens.find(pair.access_token) is None


@pytest.mark.parametrize("version", ["2", "0", "x", ""])
async def test_tokens_of_an_unknown_version_are_refused_and_left_alone(
    tokens: BearerTokens, store: Redis, version: str
) -> None:
    pair = await issued(tokens)
    key = f"tokens:{pair.session.id}"
    await store.hset(key, "v", version)
    assert await tokens.find(pair.access_token) is None
    with pytest.raises(InvalidRefreshToken) as refused:
        await tokens.refresh(pair.refresh_token)
    assert refused.type is InvalidRefreshToken
    await store.hset(key, "v", "1")
    assert await tokens.find(pair.access_token)


async def test_the_id_of_a_session_reveals_no_token(tokens: BearerTokens) -> None:
    pair = await issued(tokens)
    assert pair.session.id == public_id(pair.refresh_token.split("_", 2)[2].partition(".")[0])
    assert await tokens.find(f"ihome_at_{pair.session.id[:22]}.{'A' * 43}") is None


@pytest.mark.parametrize("written", ["", "x", "nan", "inf", "1e30", "1.5", "9" * 400])
async def test_impossible_times_of_tokens_end_nothing_else(tokens: BearerTokens, store: Redis, written: str) -> None:
    pair = await issued(tokens)
    key = f"tokens:{pair.session.id}"
    await tokens.refresh(pair.refresh_token)
    await store.hset(key, mapping={"access_ends": written, "earlier_access_ends": written})
    assert await tokens.find(pair.access_token) is None
    with pytest.raises(InvalidRefreshToken):
        await tokens.refresh(pair.refresh_token)


@pytest.mark.parametrize("missing", ["access", "access_ends", "refresh"])
async def test_tokens_with_a_missing_field_are_refused(tokens: BearerTokens, store: Redis, missing: str) -> None:
    pair = await issued(tokens)
    await store.hdel(f"tokens:{pair.session.id}", missing)
    with pytest.raises(InvalidRefreshToken):
        await tokens.refresh(pair.refresh_token)


async def test_a_missing_time_of_spending_counts_as_long_ago(tokens: BearerTokens, store: Redis) -> None:
    pair = await issued(tokens)
    await tokens.refresh(pair.refresh_token)
    await store.hdel(f"tokens:{pair.session.id}", "spent_at")
    with pytest.raises(RefreshTokenReused):
        await tokens.refresh(pair.refresh_token)


async def test_a_repeated_refresh_under_another_key_is_refused_and_the_first_answer_stays_valid(
    tokens: BearerTokens, store: Redis, sessions: SessionStore, clock: Clock
) -> None:
    pair = await issued(tokens)
    first = await tokens.refresh(pair.refresh_token)
    other = BearerTokens(store, sessions, b"another key", access=ACCESS, retry=RETRY, clock=clock)
    with pytest.raises(InvalidRefreshToken) as refused:
        await other.refresh(pair.refresh_token)
    assert refused.type is InvalidRefreshToken
    assert await tokens.find(first.access_token)
    assert await tokens.refresh(first.refresh_token)
