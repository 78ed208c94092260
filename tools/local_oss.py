"""A local OSS, for development and tests: `python -m tools.local_oss --host H --port P --data DIR`.

It speaks the part of Aliyun OSS that the SDK (oss2) needs for one bucket: put, get, head and delete an object, list
objects (versions 1 and 2, without a delimiter), delete several. Objects are public to read, under `/ihome/…` and under
`/media/…`; everything else needs a signature of version 1 by a key that is known to everyone.
"""

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from tornado.httpserver import HTTPServer
from tornado.web import Application

from tools import command
from tools.oss_protocol import ACCESS_KEY, BUCKET, SECRET_KEY, OssHandler, StoredObject
from utils.atomic_file import remove_leftovers, temporary_path

_MAX_BODY = 32 * 1024**2


def settings(endpoint: str, media_url: str) -> dict[str, Any]:
    """Config's fields for a server that stores its pictures here; `media_url` is where browsers find them."""
    return {
        "storage": "oss",
        "media_url": media_url,
        "oss_access_key_id": ACCESS_KEY,
        "oss_access_key_secret": SECRET_KEY,
        "oss_endpoint": endpoint,
        "oss_bucket": BUCKET,
    }


class DiskObjects(MutableMapping[str, StoredObject]):
    """Objects in a directory: one file each, whose first line holds what belongs to it. Files are whole or absent."""

    def __init__(self, root: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        remove_leftovers(root, 0)
        self._root = root

    def __getitem__(self, key: str) -> StoredObject:
        try:
            head, _, content = self._path(key).read_bytes().partition(b"\n")
        except FileNotFoundError:
            raise KeyError(key) from None
        return StoredObject(content, *json.loads(head))

    def __setitem__(self, key: str, stored: StoredObject) -> None:
        path = self._path(key)
        with temporary_path(path) as temporary:
            temporary.write_bytes(json.dumps(stored[1:]).encode() + b"\n" + stored.content)
            temporary.replace(path)

    def __delitem__(self, key: str) -> None:
        try:
            self._path(key).unlink()
        except FileNotFoundError:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[str]:
        return (unquote(path.stem) for path in self._root.glob("*.object"))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, key: str) -> Path:
        return self._root / f"{quote(key, safe='')}.object"


async def serve(host: str, port: int, objects: MutableMapping[str, StoredObject]) -> None:
    """Serve until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    app = Application([("/.*", OssHandler, {"objects": objects})], log_function=lambda _: None)
    server = HTTPServer(app, max_body_size=_MAX_BODY, idle_connection_timeout=60, body_timeout=30)
    server.listen(port, host)
    print(f"local OSS: http://{host}:{port}", flush=True)
    await stop.wait()
    server.stop()
    await server.close_all_connections()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the directory of the objects")
    arguments = parser.parse_args()
    asyncio.run(serve(arguments.host, arguments.port, DiskObjects(arguments.data)))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
