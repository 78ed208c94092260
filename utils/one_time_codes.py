"""One-time codes in Redis: stored as an HMAC, spent by the first correct guess.

A guess is counted before it is compared. Guesses from the address that requested the code (`origin`), from known
devices, and from everywhere else are counted separately: a stranger's wrong guesses cannot use up those of the owner.
"""

import hashlib
import hmac
from enum import Enum

from redis.asyncio import Redis

from utils import epoch
from utils.dev_outbox import DevOutbox

# Compares and spends in one atomic step: with separate commands, parallel requests could all succeed.
# KEYS: the code, the epoch. ARGV: the guess's digest, the allowed guesses, its origin, 1 for a known device, VERSION.
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

# KEYS: the code, the epoch, and a code to delete. ARGV: the digest, the origin, the life in seconds, VERSION.
# HSET comes first: a full Redis refuses a script at its first write, and the earlier code then stays valid.
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
    """The outcome of a guess."""

    RIGHT = "right"
    WRONG = "wrong"
    GONE = "gone"
    """There is no code: it was never issued, replaced, expired, spent, or guessed too often."""


class OneTimeCodes:
    """Codes of one `kind`, at most one for each subject.

    A code lives `ttl` seconds and allows `tries` guesses from its origin, as many from known devices together, and as
    many from everywhere else together. `key` is the key of the HMAC. All methods raise RedisUnavailable.
    """

    def __init__(self, redis: Redis, kind: str, key: bytes, *, ttl: int, tries: int) -> None:
        self._redis = redis
        self._kind = kind
        self._secret = key
        self._ttl = ttl
        self._tries = tries
        self._put = redis.register_script(_PUT)
        self._spend = redis.register_script(_SPEND)

    async def put(self, subject: str, code: str, *, origin: str = "", forget: str | None = None) -> None:
        """Store the code of `subject`, in place of any earlier one, and delete the code of the subject `forget`."""
        keys = [self._key(subject), epoch.KEY, self._key(forget or subject)]
        await self._put(keys=keys, args=[self._digest(subject, code), origin, self._ttl, VERSION])

    async def exists(self, subject: str) -> bool:
        """Whether `subject` has a code."""
        return bool(await self._redis.exists(self._key(subject)))

    async def spend(self, subject: str, code: str, *, origin: str = "", known: bool = False) -> Verdict:
        """Count and compare a guess from `origin`; `known` says whether it comes from a known device."""
        args: list[str | int] = [self._digest(subject, code), self._tries, origin, int(known), VERSION]
        return Verdict(await self._spend(keys=[self._key(subject), epoch.KEY], args=args))

    def _key(self, subject: str) -> str:
        return f"{self._kind}:{subject}"

    def _digest(self, subject: str, code: str) -> str:
        return hmac.new(self._secret, f"{self._kind}|{subject}|{code}".encode(), hashlib.sha256).hexdigest()


class DevCodes(OneTimeCodes):
    """Codes that are also written to a file: in development, tests and scripts cannot read a picture."""

    def __init__(self, redis: Redis, kind: str, key: bytes, *, ttl: int, tries: int, outbox: DevOutbox) -> None:
        super().__init__(redis, kind, key, ttl=ttl, tries=tries)
        self._outbox = outbox

    async def put(self, subject: str, code: str, *, origin: str = "", forget: str | None = None) -> None:
        """As OneTimeCodes.put, and append the code to the development outbox."""
        await super().put(subject, code, origin=origin, forget=forget)
        self._outbox.append({"id": subject, "text": code})
