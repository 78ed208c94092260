"""The bodies that both FastAPI peers read."""

from datetime import date

from pydantic import BaseModel


class Login(BaseModel):
    mobile: str
    password: str


class Booking(BaseModel):
    house_id: int
    start_date: date
    end_date: date
    guests: int = 1
