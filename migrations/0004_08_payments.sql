-- The one payment of an order.
-- depends: 0004_07_idempotency_keys
-- refund is the amount to give back, null where there is none. next_at is when a worker asks the payment service again,
-- for the payment or for the refund; null where nothing is left to ask.

CREATE TABLE IF NOT EXISTS payments (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id     BIGINT UNSIGNED NOT NULL,
  out_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount       BIGINT UNSIGNED NOT NULL,
  trade_no     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  paid_at      DATETIME(6) NULL,
  refund       BIGINT UNSIGNED NULL,
  refunded_at  DATETIME(6) NULL,
  next_at      DATETIME(6) NULL,
  created_at   DATETIME(6) NOT NULL,
  UNIQUE KEY payments_order (order_id),
  UNIQUE KEY payments_out_trade_no (out_trade_no),
  KEY payments_next (next_at),
  CONSTRAINT payments_of_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
