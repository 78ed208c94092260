-- Each try to deliver a notification: when it began, and what came of it. No text and no address.
-- depends: 0072_deliveries
-- outcome is null while the attempt runs, and for good where its worker died.

CREATE TABLE IF NOT EXISTS delivery_attempts (
  delivery_id BIGINT UNSIGNED NOT NULL,
  number      INT UNSIGNED NOT NULL,
  started_at  DATETIME(6) NOT NULL,
  ended_at    DATETIME(6) NULL,
  outcome     VARCHAR(64) NULL,
  PRIMARY KEY (delivery_id, number),
  CONSTRAINT delivery_attempts_of FOREIGN KEY (delivery_id) REFERENCES deliveries (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
