-- Which version of terms and privacy a user has agreed to, when, and in which language they read it.
-- depends: 0057_house_drafts
-- version is the date from which a document holds, YYYY-MM-DD. Rows go with their user (PIPL, article 47).

CREATE TABLE IF NOT EXISTS consents (
  user_id    BIGINT UNSIGNED NOT NULL,
  document   ENUM('terms', 'privacy') NOT NULL,
  version    CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language   VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, document, version),
  CONSTRAINT consents_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
