"""Who is signed in, as Redis holds it."""

from base64 import b64encode

from redis.asyncio import Redis

from tests.client import Client
from tests.makers import Makers
from tests.scene import Scene


async def test_no_mobile_of_whoever_is_signed_in_lies_in_redis(scene: Scene, store: Redis) -> None:
    """Identities are stored encrypted; what others see of a host shows no mobile either."""
    order_id = await scene.paid()
    for client in (scene.host, scene.guest, scene.new_client()):
        for path in ("/api/v1.0/session", "/api/check_login", f"/api/v1.0/houses/{scene.house_id}", "/", "/search"):
            await client.get(path)
        await client.get(f"/api/v1.0/orders/{order_id}")
    assert await store.keys("cache:identity:*")
    found = ""
    for key in await store.keys("*"):
        read = {"string": store.get, "hash": store.hgetall, "zset": lambda name: store.zrange(name, 0, -1)}
        found += f"{key} {await read[await store.type(key)](key)}\n"
    mobiles = [row["mobile"] for row in await scene.make.rows("SELECT mobile FROM users")]
    assert len(mobiles) == 2
    assert not [mobile for mobile in mobiles if mobile in found]


async def test_an_identity_that_another_key_sealed_is_made_anew(client: Client, make: Makers, store: Redis) -> None:
    user = await make.sign_in(client)
    await store.set(f"cache:identity:{user.id}", b64encode(b"k9." + b"x" * 40), ex=60)
    assert (await client.get("/api/v1.0/session")).data["mobile"] == user.mobile
