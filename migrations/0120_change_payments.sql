-- The payment of a change that makes a stay dearer: the difference. The order's first payment is in `payments`.
-- depends: 0119_stay_changes
-- next_at is when a worker asks the payment service again, null where nothing is left to ask.

CREATE TABLE IF NOT EXISTS change_payments (
  change_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  order_id     BIGINT UNSIGNED NOT NULL,
  out_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount       BIGINT UNSIGNED NOT NULL,
  trade_no     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  paid_at      DATETIME(6) NULL,
  next_at      DATETIME(6) NULL,
  created_at   DATETIME(6) NOT NULL,
  UNIQUE KEY change_payments_out_trade_no (out_trade_no),
  KEY change_payments_of_order (order_id),
  KEY change_payments_next (next_at),
  CONSTRAINT change_payments_change FOREIGN KEY (change_id) REFERENCES stay_changes (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
