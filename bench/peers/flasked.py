"""Flask, gunicorn, SQLAlchemy and redis-py; house pages are cached in Redis."""

import json
import secrets
import sys

from flask import Flask, Response, abort, jsonify, request
from gunicorn.app.wsgiapp import run
from redis import Redis
from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker

from bench.peers import orm, plain

PAGE_SECONDS = 7200

engine = create_engine(
    orm.address("pymysql"),
    pool_size=plain.POOL,
)
new_session = sessionmaker(engine, expire_on_commit=False)
redis = Redis.from_url(plain.REDIS_URL, decode_responses=True)
app = Flask(__name__)
app.json.sort_keys = False
app.json.ensure_ascii = False
app.json.compact = True


def current_user() -> dict:
    stored = redis.get(f"peer:session:{request.cookies.get('session_id')}")
    if stored is None:
        abort(401)
    return json.loads(stored)


@app.get("/livez")
def live() -> Response:
    return jsonify(plain.rest({}))


@app.get("/api/check_login")
def check_login() -> Response:
    return jsonify(plain.known(current_user()))


@app.get("/api/imagecode")
def imagecode() -> Response:
    text, jpeg = plain.picture()
    redis.set(f"peer:picture:{request.args['codeid']}", text, ex=180)
    return Response(jpeg, mimetype="image/jpeg")


@app.post("/api/login")
def login() -> Response:
    form = request.get_json()
    with new_session() as session:
        user = session.scalar(select(orm.User).where(orm.User.mobile == form["mobile"]))
    if user is None or not plain.is_right(form["password"], user.password_hash):
        return jsonify(plain.refused(4106, "用户名或密码错误"))
    token = secrets.token_urlsafe(32)
    known = {"user_id": user.id, "name": user.name, "mobile": user.mobile, "avatar": user.avatar}
    redis.set(f"peer:session:{token}", json.dumps(known), ex=86400)
    answer = jsonify(plain.ajax({"user_id": user.id}))
    answer.set_cookie("session_id", token, httponly=True)
    return answer


@app.get("/api/v1.0/houses")
def search() -> Response:
    area_id, page, sort = int(request.args["aid"]), int(request.args.get("p", 1)), request.args.get("sk", "new")
    _, _, nights = plain.stay({"start_date": request.args["sd"], "end_date": request.args["ed"]})
    with new_session() as session:
        total = session.scalar(orm.count_of(area_id, nights[0], nights[-1]))
        houses = session.scalars(orm.page_of(area_id, nights[0], nights[-1], sort, page)).all()
    return jsonify(plain.rest(plain.found([orm.columns(house) for house in houses], page, total, sort)))


@app.get("/api/v1.0/houses/<int:house_id>")
def house(house_id: int) -> Response:
    kept = redis.get(f"peer:house:{house_id}")
    if kept is None:
        with new_session() as session:
            found = session.scalar(orm.house_of(house_id))
            if found is None or not found.listed:
                abort(404)
            reviews = session.scalars(orm.reviews_of(house_id)).all()
            rating = session.execute(orm.RATING.where(orm.Order.house_id == house_id)).one()._asdict()
            kept = plain.compact(plain.rest(orm.details(found, reviews, rating)))
        redis.set(f"peer:house:{house_id}", kept, ex=PAGE_SECONDS)
    return Response(kept, mimetype="application/json")


@app.post("/api/v1.0/orders")
def book() -> tuple[Response, int]:
    user, form = current_user(), request.get_json()
    start, end, nights = plain.stay(form)
    with new_session.begin() as session:
        house = session.get(orm.House, form["house_id"], with_for_update=True)
        guest = session.get(orm.User, user["user_id"])
        taken = session.scalars(orm.taken(form["house_id"], nights[0], nights[-1])).all()
        if house is None or guest.id_card is None or taken:
            abort(409)
        order = orm.new_order(user["user_id"], house, start, end, form.get("guests", 1))
        session.add(order)
        session.flush()
        session.add_all([orm.Night(house_id=house.id, night=night, order_id=order.id) for night in nights])
        costs = plain.bill(orm.columns_of_booking(house), len(nights))
    return jsonify(plain.rest({"order_id": order.id} | costs)), 201


@app.post("/api/profile/avatar")
def set_avatar() -> Response:
    user = current_user()
    name = plain.keep_avatar(request.files["avatar"].read())
    with new_session.begin() as session:
        session.get(orm.User, user["user_id"]).avatar = name
    data = {"url": plain.url(name), "up_name": user["name"], "up_mobile": user["mobile"]}
    return jsonify(plain.ajax(data, url=plain.url(name)) | {"errmsg": "头像上传成功"})


if __name__ == "__main__":
    sys.argv[1:] = ["-w", "4", "-b", f"127.0.0.1:{plain.PORT}", "--log-level", "warning", "bench.peers.flasked:app"]
    sys.exit(run())
