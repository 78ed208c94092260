"""The tables in SQLAlchemy's ORM, and the queries that both peers with SQLAlchemy make."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import URL, Column, ForeignKey, Select, Table, exists, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship, selectinload

from bench.peers import plain


class Base(DeclarativeBase):
    pass


house_facilities = Table(
    "house_facilities",
    Base.metadata,
    Column("house_id", ForeignKey("houses.id"), primary_key=True),
    Column("facility_id", ForeignKey("facilities.id"), primary_key=True),
)


class Area(Base):
    __tablename__ = "areas"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Facility(Base):
    __tablename__ = "facilities"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    mobile: Mapped[str]
    name: Mapped[str]
    password_hash: Mapped[str]
    avatar: Mapped[str | None]
    id_card: Mapped[bytes | None]


class Image(Base):
    __tablename__ = "house_images"

    id: Mapped[int] = mapped_column(primary_key=True)
    house_id: Mapped[int] = mapped_column(ForeignKey("houses.id"))
    position: Mapped[int]
    stem: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    blurhash: Mapped[str]


class House(Base):
    __tablename__ = "houses"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    title: Mapped[str]
    price: Mapped[int]
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    address: Mapped[str]
    room_count: Mapped[int]
    acreage: Mapped[int]
    unit: Mapped[str]
    capacity: Mapped[int]
    beds: Mapped[str]
    deposit: Mapped[int]
    min_days: Mapped[int]
    max_days: Mapped[int]
    description: Mapped[str]
    lat: Mapped[Decimal]
    lng: Mapped[Decimal]
    listed: Mapped[bool]
    order_count: Mapped[int]
    cancellation: Mapped[str]
    created_at: Mapped[datetime]

    area: Mapped[Area] = relationship()
    host: Mapped[User] = relationship()
    images: Mapped[list[Image]] = relationship(order_by=lambda: (Image.position, Image.id))
    facilities: Mapped[list[Facility]] = relationship(secondary=house_facilities, order_by=Facility.id)


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    house_id: Mapped[int] = mapped_column(ForeignKey("houses.id"))
    host_id: Mapped[int]
    start_date: Mapped[date]
    end_date: Mapped[date]
    days: Mapped[int]
    guests: Mapped[int]
    amount: Mapped[int]
    deposit: Mapped[int]
    items: Mapped[str]
    cancellation: Mapped[str]
    status: Mapped[str]
    status_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    comment: Mapped[str | None]
    rating: Mapped[int | None]
    commented_at: Mapped[datetime | None]
    reply: Mapped[str | None]
    created_at: Mapped[datetime]

    guest: Mapped[User] = relationship()


class Night(Base):
    __tablename__ = "house_nights"

    house_id: Mapped[int] = mapped_column(primary_key=True)
    night: Mapped[date] = mapped_column(primary_key=True)
    order_id: Mapped[int | None]


_SORTS = {
    "new": (House.id.desc(),),
    "booking": (House.order_count.desc(), House.id.desc()),
    "price-inc": (House.price, House.id),
    "price-des": (House.price.desc(), House.id.desc()),
}
RATING = select(func.avg(Order.rating).label("average"), func.count(Order.commented_at).label("n"))


def address(driver: str) -> URL:
    """Of the database, for an engine over that driver."""
    return URL.create(
        f"mysql+{driver}",
        plain.CONNECTION["user"],
        host=plain.CONNECTION["host"],
        database=plain.CONNECTION["db"],
        query={"charset": "utf8mb4"} | ({"unix_socket": plain.SOCKET} if plain.SOCKET else {}),
    )


def house_of(house_id: int) -> Select:
    return (
        select(House)
        .where(House.id == house_id)
        .options(
            joinedload(House.area), joinedload(House.host), selectinload(House.images), selectinload(House.facilities)
        )
    )


def reviews_of(house_id: int) -> Select:
    return (
        select(Order)
        .where(Order.house_id == house_id, Order.commented_at.is_not(None))
        .options(joinedload(Order.guest))
        .order_by(Order.commented_at.desc())
        .limit(20)
    )


def taken(house_id: int, first: date, last: date) -> Select:
    return select(Night).where(Night.house_id == house_id, Night.night.between(first, last))


def count_of(area_id: int, first: date, last: date) -> Select:
    inner = select(House.id).where(*_wanted(area_id, first, last)).limit(plain.COUNTED).subquery()
    return select(func.count()).select_from(inner)


def page_of(area_id: int, first: date, last: date, sort: str, page: int) -> Select:
    return (
        select(House)
        .where(*_wanted(area_id, first, last))
        .options(joinedload(House.area), joinedload(House.host), selectinload(House.images))
        .order_by(*_SORTS[sort])
        .limit(11)
        .offset((page - 1) * 10)
    )


def _wanted(area_id: int, first: date, last: date) -> tuple:
    free = ~exists().where(Night.house_id == House.id, Night.night.between(first, last))
    return House.listed == True, House.area_id == area_id, free


def columns(house: House) -> dict:
    """A house as the functions in plain.py read it."""
    row = {column.name: getattr(house, column.name) for column in House.__table__.columns}
    host = {"user_name": house.host.name, "user_mobile": house.host.mobile, "user_avatar": house.host.avatar}
    return row | host | {"area_name": house.area.name, "cover": house.images[0].stem if house.images else None}


def details(house: House, reviews: list[Order], rating: dict) -> dict:
    images = [vars(image) for image in house.images]
    facilities = [vars(facility) for facility in house.facilities]
    written = [{"name": each.guest.name} | vars(each) for each in reviews]
    return plain.details(columns(house), images, facilities, written, rating)


def new_order(user_id: int, house: House, start: date, end: date, guests: int) -> Order:
    values = plain.order_values(user_id, {**columns_of_booking(house)}, start, end, guests)
    names = ("user_id", "house_id", "host_id", "start_date", "end_date", "days", "guests", "amount", "deposit")
    names += ("items", "cancellation", "status_at", "due_at", "created_at")
    return Order(status="WAIT_ACCEPT", **dict(zip(names, values, strict=True)))


def columns_of_booking(house: House) -> dict:
    return {name: getattr(house, name) for name in ("id", "user_id", "price", "deposit", "cancellation")}
