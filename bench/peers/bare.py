"""Bare Tornado: one handler that writes a dictionary."""

import asyncio

from tornado.web import Application, RequestHandler

from bench.peers import plain


class Live(RequestHandler):
    def get(self) -> None:
        self.write(plain.rest({}))


async def main() -> None:
    Application([("/livez", Live)], log_function=lambda _: None).listen(plain.PORT, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
