-- Messages that a user has reported to the admins, once each.
-- depends: 0089_user_blocks

CREATE TABLE IF NOT EXISTS message_reports (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  message_id  BIGINT UNSIGNED NOT NULL,
  reporter_id BIGINT UNSIGNED NOT NULL,
  reason      VARCHAR(255) NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  UNIQUE KEY message_reports_once (message_id, reporter_id),
  CONSTRAINT message_reports_message FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE,
  CONSTRAINT message_reports_reporter FOREIGN KEY (reporter_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
