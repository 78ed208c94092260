-- Refunds of parts of a payment, each with a number of its own at the payment service.
-- depends: 0120_change_payments
-- An order without changes has its one refund in `payments`. request is the number's last part: change-7, late-7, cancel.

CREATE TABLE IF NOT EXISTS refunds (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id     BIGINT UNSIGNED NOT NULL,
  out_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount       BIGINT UNSIGNED NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  refunded_at  DATETIME(6) NULL,
  next_at      DATETIME(6) NULL,
  UNIQUE KEY refunds_request (out_trade_no, request),
  KEY refunds_of_order (order_id, request),
  KEY refunds_next (next_at),
  CONSTRAINT refunds_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
