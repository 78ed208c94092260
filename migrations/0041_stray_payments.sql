-- Money that came for orders that the database no longer has; a worker gives it back.
-- depends: 0040_heartbeat
-- A cluster may lose an order with its payment when several pieces fail at once (docs/cluster.md).
-- next_at is when a worker sees to it again, null where nothing is left to do.

CREATE TABLE IF NOT EXISTS stray_payments (
  out_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  trade_no     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount       BIGINT UNSIGNED NOT NULL,
  received_at  DATETIME(6) NOT NULL,
  refunded_at  DATETIME(6) NULL,
  next_at      DATETIME(6) NULL,
  KEY stray_payments_next (next_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
