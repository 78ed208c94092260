"""Shorthands for tests about messages."""

from typing import Any
from urllib.parse import quote
from uuid import uuid4

from tests.client import Answer, Client
from tests.scene import Scene


async def begin(scene: Scene, guest: Client | None = None) -> int:
    """The thread of the scene's guest, or of another one, about its house."""
    answer = await (guest or scene.guest).post(f"/api/v1.0/houses/{scene.house_id}/threads")
    assert answer.errno == 0, answer.json
    return int(answer.data["thread_id"])


async def say(who: Client, thread_id: int, text: str = "你好", client_id: str | None = None, **more: Any) -> Answer:
    body = {"text": text, "client_id": client_id or str(uuid4())} | more
    return await who.post(f"/api/v1.0/threads/{thread_id}/messages", body)


async def said(who: Client, thread_id: int, **query: int) -> list[dict[str, Any]]:
    """What this member reads of the thread, the platform's lines left out."""
    end = "&".join(f"{name}={value}" for name, value in {"size": 50, **query}.items())
    answer = await who.get(f"/api/v1.0/threads/{thread_id}/messages?{end}")
    assert answer.errno == 0, answer.json
    return [message for message in answer.data["messages"] if message["kind"] == "message"]


async def texts(who: Client, thread_id: int, **query: int) -> list[str]:
    return [message["text"] for message in await said(who, thread_id, **query)]


async def threads(who: Client, text: str = "") -> list[dict[str, Any]]:
    """The user's threads, or those that a search finds."""
    answer = await who.get(f"/api/v1.0/user/threads?q={quote(text)}")
    assert answer.errno == 0, answer.json
    found: list[dict[str, Any]] = answer.data["threads"]
    return found


async def events(who: Client, kind: str) -> list[dict[str, Any]]:
    """The events of this type that this user may know of."""
    found = (await who.get("/api/v1.0/events?size=50")).data["events"]
    return [event["data"] for event in found if event["type"] == kind]
