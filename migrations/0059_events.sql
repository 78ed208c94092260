-- What happened, one row for each change that matters (docs/events.md). Written in the transaction of the change.
-- depends: 0058_consents
-- planned_at is null until every reader (notifications, webhooks) has planned its deliveries.

CREATE TABLE IF NOT EXISTS events (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    TINYINT UNSIGNED NOT NULL,
  subject    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BIGINT UNSIGNED NOT NULL,
  payload    TEXT NOT NULL CHECK (JSON_VALID(payload)),
  created_at DATETIME(6) NOT NULL,
  planned_at DATETIME(6) NULL,
  KEY events_planned (planned_at, id),
  KEY events_subject (subject, subject_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
