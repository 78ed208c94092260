-- Each attempt to deliver: the status and the first 4 KiB of the answer, or why none came. Deleted with its delivery.
-- depends: 0130_webhook_deliveries

CREATE TABLE IF NOT EXISTS webhook_attempts (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  delivery_id  BIGINT UNSIGNED NOT NULL,
  begun_at     DATETIME(6) NOT NULL,
  milliseconds INT UNSIGNED NULL,
  status       SMALLINT UNSIGNED NULL,
  error        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  answer       TEXT NULL,
  KEY webhook_attempts_delivery (delivery_id, id),
  CONSTRAINT webhook_attempts_delivery FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
