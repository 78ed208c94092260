"""Tornado as courses teach it: everything in the handler, blocking work included; house pages are cached in Redis."""

import asyncio
import json
import secrets

import aiomysql
import tornado.web
from redis.asyncio import Redis

from bench.peers import plain

PAGE_SECONDS = 7200


class Handler(tornado.web.RequestHandler):
    @property
    def redis(self) -> Redis:
        return self.application.redis

    async def query(self, sql: str, *values: object) -> list:
        async with self.application.pool.acquire() as connection, connection.cursor(aiomysql.DictCursor) as rows:
            await rows.execute(sql, values)
            return await rows.fetchall()

    async def current(self) -> dict:
        stored = await self.redis.get(f"peer:session:{self.get_cookie('session_id')}")
        if stored is None:
            raise tornado.web.HTTPError(401)
        return json.loads(stored)

    def answer(self, body: dict | str) -> None:
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.write(body if isinstance(body, str) else plain.compact(body))


class Live(Handler):
    def get(self) -> None:
        self.answer(plain.rest({}))


class CheckLogin(Handler):
    async def get(self) -> None:
        self.answer(plain.known(await self.current()))


class ImageCode(Handler):
    async def get(self) -> None:
        text, jpeg = plain.picture()
        await self.redis.set(f"peer:picture:{self.get_argument('codeid')}", text, ex=180)
        self.set_header("Content-Type", "image/jpeg")
        self.write(jpeg)


class Login(Handler):
    async def post(self) -> None:
        form = json.loads(self.request.body)
        rows = await self.query(
            "SELECT id, name, mobile, avatar, password_hash FROM users WHERE mobile = %s", form["mobile"]
        )
        if not rows or not plain.is_right(form["password"], rows[0].pop("password_hash")):
            self.answer(plain.refused(4106, "用户名或密码错误"))
            return
        user, token = rows[0], secrets.token_urlsafe(32)
        user_id = user.pop("id")
        await self.redis.set(f"peer:session:{token}", json.dumps({"user_id": user_id} | user), ex=86400)
        self.set_cookie("session_id", token, httponly=True)
        self.answer(plain.ajax({"user_id": user_id}))


class Houses(Handler):
    async def get(self) -> None:
        page, sort = int(self.get_argument("p", "1")), self.get_argument("sk", "new")
        dates = {"start_date": self.get_argument("sd"), "end_date": self.get_argument("ed")}
        nights = plain.stay(dates)[2]
        values = (int(self.get_argument("aid")), nights[0], nights[-1])
        where = f"WHERE listed = 1 AND area_id = %s AND {plain.FREE}"
        counted = f"SELECT COUNT(*) AS n FROM (SELECT 1 FROM houses {where} LIMIT {plain.COUNTED}) AS a"
        total = (await self.query(counted, *values))[0]["n"]
        order = f"ORDER BY {plain.SORTS[sort]} LIMIT 11 OFFSET %s"
        houses = await self.query(f"{plain.HOUSE} {where} {order}", *values, (page - 1) * 10)
        self.answer(plain.rest(plain.found(houses, page, total, sort)))


class House(Handler):
    async def get(self, house_id: str) -> None:
        kept = await self.redis.get(f"peer:house:{house_id}")
        if kept is None:
            found = await self.query(f"{plain.HOUSE} WHERE houses.id = %s", house_id)
            if not found or not found[0]["listed"]:
                raise tornado.web.HTTPError(404)
            images = await self.query(plain.IMAGES, house_id)
            facilities = await self.query(plain.FACILITIES, house_id)
            reviews = await self.query(plain.REVIEWS, house_id)
            rating = (await self.query(plain.RATING, house_id))[0]
            kept = plain.compact(plain.rest(plain.details(found[0], images, facilities, reviews, rating)))
            await self.redis.set(f"peer:house:{house_id}", kept, ex=PAGE_SECONDS)
        self.answer(kept)


class Orders(Handler):
    async def post(self) -> None:
        user, form = await self.current(), json.loads(self.request.body)
        start, end, nights = plain.stay(form)
        async with self.application.pool.acquire() as connection, connection.cursor(aiomysql.DictCursor) as rows:
            await connection.begin()
            await rows.execute("SELECT * FROM houses WHERE id = %s", form["house_id"])
            found = await rows.fetchone()
            await rows.execute("SELECT id_card FROM users WHERE id = %s", user["user_id"])
            guest = await rows.fetchone()
            await rows.execute(
                "SELECT 1 FROM house_nights WHERE house_id = %s AND night BETWEEN %s AND %s",
                (form["house_id"], nights[0], nights[-1]),
            )
            if guest["id_card"] is None or await rows.fetchone():
                await connection.rollback()
                raise tornado.web.HTTPError(409)
            await rows.execute(plain.ORDER, plain.order_values(user["user_id"], found, start, end, form["guests"]))
            order_id = rows.lastrowid
            await rows.executemany(plain.NIGHT, [(form["house_id"], night, order_id) for night in nights])
            await connection.commit()
        self.set_status(201)
        self.answer(plain.rest({"order_id": order_id} | plain.bill(found, len(nights))))


class Avatar(Handler):
    async def post(self) -> None:
        user = await self.current()
        name = plain.keep_avatar(self.request.files["avatar"][0]["body"])
        await self.query("UPDATE users SET avatar = %s WHERE id = %s", name, user["user_id"])
        data = {"url": plain.url(name), "up_name": user["name"], "up_mobile": user["mobile"]}
        self.answer(plain.ajax(data, url=plain.url(name)) | {"errmsg": "头像上传成功"})


ROUTES = [
    (r"/livez", Live),
    (r"/api/check_login", CheckLogin),
    (r"/api/imagecode", ImageCode),
    (r"/api/login", Login),
    (r"/api/v1.0/houses", Houses),
    (r"/api/v1.0/houses/(\d+)", House),
    (r"/api/v1.0/orders", Orders),
    (r"/api/profile/avatar", Avatar),
]


async def main() -> None:
    app = tornado.web.Application(ROUTES)
    app.redis = Redis.from_url(plain.REDIS_URL, decode_responses=True)
    app.pool = await aiomysql.create_pool(
        **plain.CONNECTION, minsize=plain.POOL, maxsize=plain.POOL, autocommit=True, charset="utf8mb4"
    )
    app.listen(plain.PORT, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
