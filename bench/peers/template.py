"""FastAPI, uvicorn, SQLAlchemy's async ORM and redis-py: the usual template."""

import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Annotated

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request, Response, UploadFile
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from bench.peers import orm, plain
from bench.peers.forms import Booking, Login

engine = create_async_engine(
    orm.address("aiomysql"),
    pool_size=plain.POOL,
    max_overflow=0,
)
new_session = async_sessionmaker(engine, expire_on_commit=False)
redis = Redis.from_url(plain.REDIS_URL, decode_responses=True)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await redis.aclose()
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def get_session() -> AsyncIterator[AsyncSession]:
    async with new_session() as session:
        yield session


async def get_current_user(request: Request) -> dict:
    stored = await redis.get(f"peer:session:{request.cookies.get('session_id')}")
    if stored is None:
        raise HTTPException(401)
    return json.loads(stored)


Session = Annotated[AsyncSession, Depends(get_session)]
CurrentUser = Annotated[dict, Depends(get_current_user)]


@app.get("/livez")
async def live() -> dict:
    return plain.rest({})


@app.get("/api/check_login")
async def check_login(user: CurrentUser) -> dict:
    return plain.known(user)


@app.get("/api/imagecode")
async def imagecode(codeid: str) -> Response:
    text, jpeg = plain.picture()
    await redis.set(f"peer:picture:{codeid}", text, ex=180)
    return Response(jpeg, media_type="image/jpeg")


@app.post("/api/login")
async def login(form: Login, session: Session, response: Response) -> dict:
    user = await session.scalar(select(orm.User).where(orm.User.mobile == form.mobile))
    if user is None or not plain.is_right(form.password, user.password_hash):
        return plain.refused(4106, "用户名或密码错误")
    token = secrets.token_urlsafe(32)
    known = {"user_id": user.id, "name": user.name, "mobile": user.mobile, "avatar": user.avatar}
    await redis.set(f"peer:session:{token}", json.dumps(known), ex=86400)
    response.set_cookie("session_id", token, httponly=True)
    return plain.ajax({"user_id": user.id})


@app.get("/api/v1.0/houses")
async def search(session: Session, aid: int, sd: date, ed: date, sk: str = "new", p: int = 1) -> dict:
    last = ed - timedelta(days=1)
    total = await session.scalar(orm.count_of(aid, sd, last))
    houses = (await session.scalars(orm.page_of(aid, sd, last, sk, p))).all()
    return plain.rest(plain.found([orm.columns(house) for house in houses], p, total, sk))


@app.get("/api/v1.0/houses/{house_id}")
async def house(session: Session, house_id: int) -> dict:
    found = await session.scalar(orm.house_of(house_id))
    if found is None or not found.listed:
        raise HTTPException(404)
    reviews = (await session.scalars(orm.reviews_of(house_id))).all()
    rating = (await session.execute(orm.RATING.where(orm.Order.house_id == house_id))).one()._asdict()
    return plain.rest(orm.details(found, reviews, rating))


@app.post("/api/v1.0/orders", status_code=201)
async def book(session: Session, user: CurrentUser, form: Booking) -> dict:
    start, end, nights = plain.stay(form.model_dump(mode="json"))
    async with session.begin():
        house = await session.get(orm.House, form.house_id, with_for_update=True)
        guest = await session.get(orm.User, user["user_id"])
        taken = (await session.scalars(orm.taken(form.house_id, nights[0], nights[-1]))).all()
        if house is None or guest.id_card is None or taken:
            raise HTTPException(409)
        order = orm.new_order(user["user_id"], house, start, end, form.guests)
        session.add(order)
        await session.flush()
        session.add_all([orm.Night(house_id=house.id, night=night, order_id=order.id) for night in nights])
    return plain.rest({"order_id": order.id} | plain.bill(orm.columns_of_booking(house), len(nights)))


@app.post("/api/profile/avatar")
async def set_avatar(session: Session, user: CurrentUser, avatar: UploadFile) -> dict:
    name = plain.keep_avatar(await avatar.read())
    person = await session.get(orm.User, user["user_id"])
    person.avatar = name
    await session.commit()
    data = {"url": plain.url(name), "up_name": user["name"], "up_mobile": user["mobile"]}
    return plain.ajax(data, url=plain.url(name)) | {"errmsg": "头像上传成功"}


if __name__ == "__main__":
    uvicorn.run(app, port=plain.PORT, access_log=False, log_level="warning")
