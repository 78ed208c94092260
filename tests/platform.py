"""Another platform that exports a calendar, and misbehaves on demand."""

import asyncio
from datetime import date, timedelta

from tornado.web import RequestHandler

from tests.service import LocalService


class Platform(LocalService):
    """`mode` is ok, hang, reset, huge, lie, empty or loop. `stays` are (first night, day of leaving)."""

    def __init__(self) -> None:
        self.mode = "ok"
        self.stays: list[tuple[date, date]] = []
        self.extra = ""
        self.raw: bytes | None = None
        """What is sent in place of the calendar."""
        self.statuses: list[int] = []
        super().__init__(_Handler)
        self.url = f"{self.endpoint}/calendar.ics"

    def note(self, handler: RequestHandler) -> None:
        self.statuses.append(handler.get_status())

    def take(self, first: date, nights: int) -> None:
        self.stays.append((first, first + timedelta(days=nights)))

    @property
    def calendar(self) -> str:
        events = "".join(
            f"BEGIN:VEVENT\r\nUID:{number}@other\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{first:%Y%m%d}\r\n"
            f"DTEND;VALUE=DATE:{end:%Y%m%d}\r\nSUMMARY:Reserved\r\nEND:VEVENT\r\n"
            for number, (first, end) in enumerate(self.stays)
        )
        return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:other\r\n{events}{self.extra}END:VCALENDAR\r\n"


class _Handler(RequestHandler):
    def initialize(self, service: Platform) -> None:
        self.platform = service

    async def get(self) -> None:
        mode, content = self.platform.mode, self.platform.raw or self.platform.calendar
        await self.platform.hold()
        self.set_header("Content-Type", "text/calendar")
        match mode:
            case "hang":
                await asyncio.sleep(30)
            case "reset":
                self.request.connection.stream.close()
            case "huge":
                self.finish(self.platform.calendar + " " * 600_000)
            case "lie":
                self.finish("<html>please sign in</html>")
            case "empty":
                self.finish("")
            case "loop":
                self.redirect(self.request.uri)
            case _:
                self.finish(content)
