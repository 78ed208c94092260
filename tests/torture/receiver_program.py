"""A program that keeps a copy of a user's orders, from webhooks and the feed alone: a process that tests kill.

python -m tests.torture.receiver_program PORT FILE SECRET FEED_URL KEY CALM

It stores each event and the order that it tells of in one transaction of SQLite, and only then answers. Unless CALM is
1, it answers 500 at random, before or after it has stored the event, or not in time. When it starts, it reads in the
feed what it has missed; without a FEED_URL, it never does.
"""

import json
import random
import sqlite3
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.request import Request, urlopen

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

TABLES = """
CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, source TEXT);
CREATE TABLE IF NOT EXISTS duplicates (seq INTEGER);
CREATE TABLE IF NOT EXISTS cursor (seq INTEGER);
CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, seq INTEGER, state TEXT);
"""
FIELDS = ("status", "order_version", "start_date", "end_date", "guests", "amount", "deposit")
_writing = threading.Lock()


def store(file: str, event: dict[str, Any], source: str) -> None:
    """Note an event once, and the order as it tells it, unless a later event has told more."""
    with _writing, sqlite3.connect(file) as tables:
        seq, facts = event["id"], event["data"]
        if not tables.execute("INSERT OR IGNORE INTO events VALUES (?, ?)", (seq, source)).rowcount:
            tables.execute("INSERT INTO duplicates VALUES (?)", (seq,))
        elif "order_version" in facts:
            state = json.dumps([*(facts[name] for name in FIELDS), facts["refund"] or 0])
            sql = """INSERT INTO orders VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE
                     SET seq = excluded.seq, state = excluded.state WHERE excluded.seq > orders.seq"""
            tables.execute(sql, (facts["order_id"], seq, state))


def catch_up(file: str, url: str, key: str) -> None:
    """Read the feed from where it was read last to its end."""
    with sqlite3.connect(file) as tables:
        after = (tables.execute("SELECT MAX(seq) FROM cursor").fetchone() or [0])[0] or 0
    while after is not None:
        request = Request(f"{url}?after={after}&size=50", headers={"Authorization": f"Bearer {key}"})  # noqa: S310
        with urlopen(request, timeout=10) as answer:  # noqa: S310  an http address of our own
            page = json.load(answer)["data"]
        for event in page["events"]:
            store(file, event, "feed")
        if page["events"]:
            with sqlite3.connect(file) as tables:
                tables.execute("INSERT INTO cursor VALUES (?)", (page["events"][-1]["id"],))
        after = page["next"]


def main() -> None:
    port, file, secret, url, key, calm = sys.argv[1:]
    webhook = Webhook(secret)

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                event = webhook.verify(body, dict(self.headers))
            except WebhookVerificationError:
                self.send_error(400)
                return
            mood = 1.0 if calm == "1" else random.random()
            if mood < 0.1:
                self.send_error(500)
                return
            store(file, event, "webhook")
            if mood < 0.2:
                self.send_error(500)
                return
            if mood < 0.25:
                time.sleep(2)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with sqlite3.connect(file) as tables:
        tables.executescript(TABLES)
    server = ThreadingHTTPServer(("127.0.0.1", int(port)), Receiver)
    if url:
        catch_up(file, url, key)
    server.serve_forever()


if __name__ == "__main__":
    main()
