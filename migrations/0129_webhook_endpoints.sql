-- Where users' programs are told of events. types are between spaces, none for all; secrets are sealed (utils/crypto.py).
-- depends: 0128_api_keys
-- A worker looks at an endpoint from next_at on, and holds it until lease_until. paused_until follows failures.

CREATE TABLE IF NOT EXISTS webhook_endpoints (
  id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id         BIGINT UNSIGNED NOT NULL,
  url             VARCHAR(2000) NOT NULL,
  types           VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret          VARBINARY(255) NOT NULL,
  previous_secret VARBINARY(255) NULL,
  previous_until  DATETIME(6) NULL,
  disabled        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failures        INT UNSIGNED NOT NULL DEFAULT 0,
  failing_since   DATETIME(6) NULL,
  paused_until    DATETIME(6) NULL,
  next_at         DATETIME(6) NULL,
  lease_until     DATETIME(6) NULL,
  created_at      DATETIME(6) NOT NULL,
  KEY webhook_endpoints_user (user_id, id),
  KEY webhook_endpoints_due (next_at, id),
  CONSTRAINT webhook_endpoints_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
