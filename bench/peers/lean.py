"""FastAPI, uvicorn and aiomysql without an ORM: as an engineer writes it for speed."""

import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

import aiomysql
import uvicorn
from fastapi import FastAPI, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from redis.asyncio import Redis

from bench.peers import plain
from bench.peers.forms import Booking, Login


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.redis = Redis.from_url(plain.REDIS_URL, decode_responses=True)
    async with aiomysql.create_pool(
        **plain.CONNECTION, minsize=plain.POOL, maxsize=plain.POOL, autocommit=True, charset="utf8mb4"
    ) as app.state.pool:
        yield
    await app.state.redis.aclose()


app = FastAPI(lifespan=lifespan)


@asynccontextmanager
async def cursor() -> AsyncIterator[aiomysql.DictCursor]:
    async with app.state.pool.acquire() as connection, connection.cursor(aiomysql.DictCursor) as opened:
        yield opened


async def current_user(request: Request) -> dict | None:
    stored = await app.state.redis.get(f"peer:session:{request.cookies.get('session_id')}")
    return json.loads(stored) if stored else None


@app.get("/livez")
async def live() -> dict:
    return plain.rest({})


@app.get("/api/check_login")
async def check_login(request: Request) -> Response:
    user = await current_user(request)
    return JSONResponse(plain.known(user) if user else plain.refused(4101, "用户未登录"))


@app.get("/api/imagecode")
async def imagecode(codeid: str) -> Response:
    text, jpeg = await run_in_threadpool(plain.picture)
    await app.state.redis.set(f"peer:picture:{codeid}", text, ex=180)
    return Response(jpeg, media_type="image/jpeg")


@app.post("/api/login")
async def login(form: Login) -> Response:
    async with cursor() as rows:
        await rows.execute("SELECT id, name, mobile, avatar, password_hash FROM users WHERE mobile = %s", form.mobile)
        user = await rows.fetchone()
    if user is None or not await run_in_threadpool(plain.is_right, form.password, user["password_hash"]):
        return JSONResponse(plain.refused(4106, "用户名或密码错误"))
    token = secrets.token_urlsafe(32)
    session = {"user_id": user["id"], "name": user["name"], "mobile": user["mobile"], "avatar": user["avatar"]}
    await app.state.redis.set(f"peer:session:{token}", json.dumps(session), ex=86400)
    answer = JSONResponse(plain.ajax({"user_id": user["id"]}))
    answer.set_cookie("session_id", token, httponly=True)
    return answer


@app.get("/api/v1.0/houses")
async def search(aid: int, sd: date, ed: date, sk: str = "new", p: int = 1) -> Response:
    values = (aid, sd, ed - timedelta(days=1))
    where = f"WHERE listed = 1 AND area_id = %s AND {plain.FREE}"
    async with cursor() as rows:
        await rows.execute(
            f"SELECT COUNT(*) AS n FROM (SELECT 1 FROM houses {where} LIMIT {plain.COUNTED}) AS a", values
        )
        total = (await rows.fetchone())["n"]
        page = f"ORDER BY {plain.SORTS[sk]} LIMIT 11 OFFSET %s"
        await rows.execute(f"{plain.HOUSE} {where} {page}", (*values, (p - 1) * 10))
        houses = await rows.fetchall()
    return JSONResponse(plain.rest(plain.found(houses, p, total, sk)))


@app.get("/api/v1.0/houses/{house_id}")
async def house(house_id: int) -> Response:
    async with cursor() as rows:
        await rows.execute(f"{plain.HOUSE} WHERE houses.id = %s", house_id)
        found = await rows.fetchone()
        if found is None or not found["listed"]:
            return JSONResponse(plain.refused(4002, "房屋不存在"), 404)
        await rows.execute(plain.IMAGES, house_id)
        images = await rows.fetchall()
        await rows.execute(plain.FACILITIES, house_id)
        facilities = await rows.fetchall()
        await rows.execute(plain.REVIEWS, house_id)
        reviews = await rows.fetchall()
        await rows.execute(plain.RATING, house_id)
        rating = await rows.fetchone()
    return JSONResponse(plain.rest(plain.details(found, images, facilities, reviews, rating)))


@app.post("/api/v1.0/orders")
async def book(request: Request, form: Booking) -> Response:
    user = await current_user(request)
    if user is None:
        return JSONResponse(plain.refused(4101, "用户未登录"), 401)
    start, end, nights = plain.stay(form.model_dump(mode="json"))
    async with app.state.pool.acquire() as connection, connection.cursor(aiomysql.DictCursor) as rows:
        await connection.begin()
        try:
            await rows.execute("SELECT * FROM houses WHERE id = %s FOR UPDATE", form.house_id)
            found = await rows.fetchone()
            await rows.execute("SELECT id_card FROM users WHERE id = %s", user["user_id"])
            guest = await rows.fetchone()
            await rows.execute(
                "SELECT 1 FROM house_nights WHERE house_id = %s AND night BETWEEN %s AND %s",
                (form.house_id, nights[0], nights[-1]),
            )
            if guest["id_card"] is None or await rows.fetchone():
                await connection.rollback()
                return JSONResponse(plain.refused(4003, "所选日期已被预订"), 409)
            await rows.execute(plain.ORDER, plain.order_values(user["user_id"], found, start, end, form.guests))
            order_id = rows.lastrowid
            await rows.executemany(plain.NIGHT, [(form.house_id, night, order_id) for night in nights])
            await connection.commit()
        except BaseException:
            await connection.rollback()
            raise
    return JSONResponse(plain.rest({"order_id": order_id} | plain.bill(found, len(nights))), 201)


@app.post("/api/profile/avatar")
async def set_avatar(request: Request, avatar: UploadFile) -> Response:
    user = await current_user(request)
    if user is None:
        return JSONResponse(plain.refused(4101, "用户未登录"))
    name = await run_in_threadpool(plain.keep_avatar, await avatar.read())
    async with cursor() as rows:
        await rows.execute("UPDATE users SET avatar = %s WHERE id = %s", (name, user["user_id"]))
    data = {"url": plain.url(name), "up_name": user["name"], "up_mobile": user["mobile"]}
    return JSONResponse(plain.ajax(data, url=plain.url(name)) | {"errmsg": "头像上传成功"})


if __name__ == "__main__":
    uvicorn.run(app, port=plain.PORT, access_log=False, log_level="warning")
