-- Calendars of other platforms. nights is what the feed last claimed; error says why the last fetch failed.
-- depends: 0004_08_payments

CREATE TABLE IF NOT EXISTS feeds (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  house_id   BIGINT UNSIGNED NOT NULL,
  url        VARCHAR(1000) NOT NULL,
  etag       VARCHAR(255) NULL,
  nights     JSON NOT NULL,
  conflicts  SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  error      VARCHAR(64) NULL,
  fetched_at DATETIME(6) NULL,
  next_at    DATETIME(6) NOT NULL,
  KEY feeds_of_house (house_id),
  KEY feeds_next (next_at),
  CONSTRAINT feeds_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
