"""One-time codes in Redis: stored only as an HMAC, counted before they are compared, spent by the first right use.

A code remembers where it was asked for (`origin`, an address). Tries from there, from a known device, and from anywhere
else are counted apart, so that a stranger's wrong guesses cannot use up the tries of the code's owner.
"""

import hashlib
import hmac
from enum import Enum

from redis.asyncio import Redis

from utils import epoch
from utils.dev_outbox import DevOutbox

# Check and spend in one atomic step: GET, compare, DELETE would let parallel requests all win.
_SPEND = """
local code = redis.call('HMGET', KEYS[1], 'digest', 'origin', 'epoch', 'v')
if not code[1] or (code[3] or '') ~= (redis.call('GET', KEYS[2]) or '') then return 'gone' end
if (tonumber(code[4] or 0) or math.huge) > tonumber(ARGV[5]) then return 'gone' end
local counted = code[2] == ARGV[3] and 'tries' or ARGV[4] == '1' and 'tries_known' or 'tries_elsewhere'
if redis.call('HINCRBY', KEYS[1], counted, 1) > tonumber(ARGV[2]) then return 'gone' end
if code[1] ~= ARGV[1] then return 'wrong' end
redis.call('DEL', KEYS[1])
return 'right'
"""

# KEYS: the code, the epoch, and the code to forget. HSET comes first: a full Redis refuses a script at its first write.
_PUT = """
local epoch = redis.call('GET', KEYS[2]) or ''
redis.call('HSET', KEYS[1], 'digest', ARGV[1], 'origin', ARGV[2], 'epoch', epoch, 'v', ARGV[4])
redis.call('HDEL', KEYS[1], 'tries', 'tries_known', 'tries_elsewhere')
redis.call('EXPIRE', KEYS[1], ARGV[3])
if KEYS[3] ~= KEYS[1] then redis.call('DEL', KEYS[3]) end
"""


VERSION = 1
"""The version of a stored code, in its field `v`. Release 0.1.0 stores none; its codes have the fields of version 1."""


class Verdict(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    GONE = "gone"
    """Never given, replaced, expired, spent, or tried too often."""


class OneTimeCodes:
    """Codes of one `kind`, each for a subject: they live `ttl` seconds and allow `tries` guesses from where they were
    asked for, as many from known devices, and as many from everywhere else together."""

    def __init__(self, redis: Redis, kind: str, key: bytes, *, ttl: int, tries: int) -> None:
        self._redis = redis
        self._kind = kind
        self._secret = key
        self._ttl = ttl
        self._tries = tries
        self._put = redis.register_script(_PUT)
        self._spend = redis.register_script(_SPEND)

    async def put(self, subject: str, code: str, *, origin: str = "", forget: str | None = None) -> None:
        """Store `code` for `subject` in place of any earlier one; `forget` drops another subject's code too."""
        keys = [self._key(subject), epoch.KEY, self._key(forget or subject)]
        await self._put(keys=keys, args=[self._digest(subject, code), origin, self._ttl, VERSION])

    async def is_out(self, subject: str) -> bool:
        """Whether there is a code for `subject` that can be guessed."""
        return bool(await self._redis.exists(self._key(subject)))

    async def spend(self, subject: str, code: str, *, origin: str = "", known: bool = False) -> Verdict:
        """Judge one guess, from `origin` or from a device that is `known`. A right one spends the code."""
        args: list[str | int] = [self._digest(subject, code), self._tries, origin, int(known), VERSION]
        return Verdict(await self._spend(keys=[self._key(subject), epoch.KEY], args=args))

    def _key(self, subject: str) -> str:
        return f"{self._kind}:{subject}"

    def _digest(self, subject: str, code: str) -> str:
        return hmac.new(self._secret, f"{self._kind}|{subject}|{code}".encode(), hashlib.sha256).hexdigest()


class DevCodes(OneTimeCodes):
    """Codes that are also written to a file, for development: a person at a terminal cannot see a picture."""

    def __init__(self, redis: Redis, kind: str, key: bytes, *, ttl: int, tries: int, outbox: DevOutbox) -> None:
        super().__init__(redis, kind, key, ttl=ttl, tries=tries)
        self._outbox = outbox

    async def put(self, subject: str, code: str, *, origin: str = "", forget: str | None = None) -> None:
        await super().put(subject, code, origin=origin, forget=forget)
        self._outbox.append({"id": subject, "text": code})
