"""The notices of the release before become events of their users' streams, all of them read."""

from tests.migrations import EmptyDatabase
from tools.migrate import migrate, read

USER = "INSERT INTO users (id, mobile, name, password_hash) VALUES ({0}, '1380000000{0}', '{0}', '')"
HOUSE = """INSERT INTO houses (id, user_id, area_id, title, price, address, room_count, acreage, unit, capacity, beds,
                               deposit, min_days, max_days, description, search_words)
           VALUES (1, 1, 1, '小院', 100, '', 1, 1, '', 2, '', 0, 1, 0, '', '')"""
ORDER = """INSERT INTO orders (id, user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit,
                               items, cancellation, refund_tiers, status, status_at, created_at)
           VALUES (5, 2, 1, 1, '2026-12-01', '2026-12-03', 2, 1, 200, 0, '[]', 'flexible', '[]', 'PAID',
                   UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"""
EVENT = """INSERT INTO order_events (id, order_id, action, actor, source, target, request_id, created_at)
           VALUES ({0}, 5, '{1}', '{2}', NULL, '{3}', 'x', UTC_TIMESTAMP(6) - INTERVAL {4} HOUR)"""


def test_notices_of_the_last_release_are_carried_on(database: EmptyDatabase) -> None:
    for migration in read():
        if migration.id < "0064":
            database.run(migration.sql)
    database.run(
        *[USER.format(number) for number in (1, 2)],
        HOUSE,
        ORDER,
        EVENT.format(1, "book", "custom", "WAIT_ACCEPT", 24 * 100),
        EVENT.format(2, "accept", "landlord", "WAIT_PAYMENT", 3),
        EVENT.format(3, "receive", "payments", "PAID", 2),
        "INSERT INTO notices (user_id, event_id) VALUES (1, 1), (2, 2), (1, 3), (2, 3)",
    )
    later = [migration.sql for migration in read() if "0064" <= migration.id < "0067"]
    database.run(*later, *later)
    streams = database.run("""SELECT user_id, seq, type, notified, read_at IS NULL, JSON_VALUE(payload, '$.status')
                              FROM stream_events JOIN events ON events.id = event_id ORDER BY user_id, seq""")
    assert streams == [
        (1, 1, "order.paid", 1, 0, "PAID"),
        (2, 1, "order.accepted", 1, 0, "WAIT_PAYMENT"),
        (2, 2, "order.paid", 1, 0, "PAID"),
    ]
    assert database.run("SELECT user_id, last_seq FROM event_streams ORDER BY user_id") == [(1, 1), (2, 2)]
    assert database.run("SELECT 1 FROM events WHERE planned_at IS NULL") == []
    assert migrate(database.url)
