-- Every transition: who did what, in which request. user_id is null where a worker or a payment did it.
-- depends: 0004_04_orders

CREATE TABLE IF NOT EXISTS order_events (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id   BIGINT UNSIGNED NOT NULL,
  action     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id    BIGINT UNSIGNED NULL,
  source     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  target     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  KEY order_events_of_order (order_id, id),
  CONSTRAINT order_events_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
