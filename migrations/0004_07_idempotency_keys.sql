-- The order that a request with an Idempotency-Key made; both hashes are SHA-256.
-- depends: 0004_06_notices

CREATE TABLE IF NOT EXISTS idempotency_keys (
  user_id    BIGINT UNSIGNED NOT NULL,
  key_hash   BINARY(32) NOT NULL,
  body_hash  BINARY(32) NOT NULL,
  order_id   BIGINT UNSIGNED NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, key_hash),
  KEY idempotency_keys_age (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
