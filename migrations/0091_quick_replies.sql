-- Texts that a user sends often, in the user's order.
-- depends: 0090_message_reports

CREATE TABLE IF NOT EXISTS quick_replies (
  user_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  texts   TEXT NOT NULL CHECK (JSON_VALID(texts)),
  CONSTRAINT quick_replies_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
