-- API keys of users, for their programs. digest is the SHA-256 of a key, which itself is stored nowhere.
-- depends: 0063_event_planner_row
-- scopes stand between spaces; ending is the last characters of the key, by which its owner knows it.

CREATE TABLE IF NOT EXISTS api_keys (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id    BIGINT UNSIGNED NOT NULL,
  name       VARCHAR(40) NOT NULL,
  scopes     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest     BINARY(32) NOT NULL,
  ending     CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NULL,
  used_at    DATETIME(6) NULL,
  UNIQUE KEY api_keys_digest (digest),
  KEY api_keys_user (user_id, id),
  CONSTRAINT api_keys_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
