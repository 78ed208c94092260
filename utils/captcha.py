"""Pictures of a short text that a person can read. They are drawn ahead in a thread, since one takes 4 ms of a core."""

import asyncio
import secrets
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from captcha.image import ImageCaptcha

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that do not look alike: i, l, 1, o and 0 are missing."""

LENGTH = 4


@dataclass(frozen=True)
class CaptchaImage:
    """A picture and the text in it."""

    text: str
    jpeg: bytes


class CaptchaImages:
    """Has up to `ahead` pictures ready, and draws more on demand."""

    def __init__(self, ahead: int) -> None:
        self._ahead = ahead
        self._ready: deque[CaptchaImage] = deque()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="captcha")
        self._image = ImageCaptcha(width=160, height=60)
        self._refilling: asyncio.Task[None] | None = None

    async def take(self) -> CaptchaImage:
        """A picture for one caller."""
        if self._refilling is None or self._refilling.done():
            self._refilling = asyncio.create_task(self._refill())
        return self._ready.popleft() if self._ready else await self._draw()

    async def close(self) -> None:
        """Stop drawing ahead."""
        if self._refilling is not None:
            self._refilling.cancel()
            await asyncio.wait([self._refilling])
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _refill(self) -> None:
        while len(self._ready) < self._ahead:
            self._ready.append(await self._draw())

    async def _draw(self) -> CaptchaImage:
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._picture)

    def _picture(self) -> CaptchaImage:
        text = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        return CaptchaImage(text, self._image.generate(text, format="jpeg").getvalue())
