-- Houses that a host describes and has not published yet: the fields of the form as the host typed them.
-- depends: 0056_review_keys

CREATE TABLE IF NOT EXISTS house_drafts (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id    BIGINT UNSIGNED NOT NULL,
  content    MEDIUMTEXT NOT NULL CHECK (JSON_VALID(content) AND LENGTH(content) <= 16384),
  version    INT UNSIGNED NOT NULL DEFAULT 1,
  updated_at DATETIME(6) NOT NULL,
  KEY house_drafts_user (user_id, id),
  KEY house_drafts_age (updated_at),
  CONSTRAINT house_drafts_of_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
