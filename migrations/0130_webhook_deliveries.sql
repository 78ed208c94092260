-- One row for each event and endpoint. message_id is the header webhook-id, the same in each attempt.
-- depends: 0129_webhook_endpoints
-- state is waiting, delivered, failed (given up) or dropped. While waiting, the next attempt is due at next_at.

CREATE TABLE IF NOT EXISTS webhook_deliveries (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  endpoint_id BIGINT UNSIGNED NOT NULL,
  message_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id  BIGINT UNSIGNED NOT NULL,
  body        TEXT NOT NULL,
  state       VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts    SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  next_at     DATETIME(6) NULL,
  created_at  DATETIME(6) NOT NULL,
  UNIQUE KEY webhook_deliveries_message (endpoint_id, message_id),
  KEY webhook_deliveries_heads (endpoint_id, state, subject, subject_id, id),
  KEY webhook_deliveries_log (endpoint_id, id),
  KEY webhook_deliveries_old (created_at),
  CONSTRAINT webhook_deliveries_endpoint FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoints (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
