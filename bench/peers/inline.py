"""Login as most Tornado tutorials write it: bcrypt in the handler."""

import asyncio

import bcrypt
import orjson
from tornado.web import Application, RequestHandler

from config import Config
from tools import demo

HASHED = bcrypt.hashpw(demo.PASSWORD.encode(), bcrypt.gensalt(12))


class Login(RequestHandler):
    def post(self) -> None:
        password = orjson.loads(self.request.body)["password"]
        self.write({"errno": 0 if bcrypt.checkpw(password.encode(), HASHED) else 4004})


class Live(RequestHandler):
    def get(self) -> None:
        self.write({"errno": 0})


async def main() -> None:
    app = Application([("/livez", Live), ("/api/v1.0/sessions", Login)], log_function=lambda _: None)
    app.listen(Config().port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
