-- Houses.
-- depends: 0003_05_facility_names
-- Money is in fen. A stay has min_days nights at least, and max_days at most unless that is 0. Coordinates are GCJ-02.
-- search_words is what the full-text index reads: see utils/tokenizer.py.

CREATE TABLE IF NOT EXISTS houses (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id       BIGINT UNSIGNED NOT NULL,
  title         VARCHAR(64) NOT NULL,
  price         INT UNSIGNED NOT NULL,
  area_id       SMALLINT UNSIGNED NOT NULL,
  address       VARCHAR(128) NOT NULL,
  room_count    SMALLINT UNSIGNED NOT NULL,
  acreage       SMALLINT UNSIGNED NOT NULL,
  unit          VARCHAR(32) NOT NULL,
  capacity      SMALLINT UNSIGNED NOT NULL,
  beds          VARCHAR(64) NOT NULL,
  deposit       INT UNSIGNED NOT NULL,
  min_days      SMALLINT UNSIGNED NOT NULL,
  max_days      SMALLINT UNSIGNED NOT NULL,
  description   VARCHAR(2000) NOT NULL,
  lat           DECIMAL(9, 6) NULL,
  lng           DECIMAL(9, 6) NULL,
  search_words  TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  review        ENUM('pending', 'approved', 'rejected') NOT NULL,
  review_reason VARCHAR(255) NOT NULL DEFAULT '',
  online        BOOLEAN NOT NULL DEFAULT TRUE,
  deleted       BOOLEAN NOT NULL DEFAULT FALSE,
  listed        BOOLEAN AS (review = 'approved' AND online AND NOT deleted) STORED,
  order_count   INT UNSIGNED NOT NULL DEFAULT 0,
  created_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  KEY houses_user (user_id, id),
  KEY houses_review (review, id),
  FULLTEXT KEY houses_words (search_words),
  CONSTRAINT houses_of_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT houses_in_area FOREIGN KEY (area_id) REFERENCES areas (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
