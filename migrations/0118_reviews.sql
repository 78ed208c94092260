-- What guests and hosts write about each other after a stay (docs/reviews.md).
-- depends: 0063_event_planner_row
-- Until published_at only the author reads it. A guest's published review is also in the columns comment, rating and
-- commented_at of `orders`, where the reviews of earlier releases are.

CREATE TABLE IF NOT EXISTS reviews (
  order_id      BIGINT UNSIGNED NOT NULL,
  author        ENUM('custom', 'landlord') NOT NULL,
  house_id      BIGINT UNSIGNED NOT NULL,
  guest_id      BIGINT UNSIGNED NOT NULL,
  rating        TINYINT UNSIGNED NULL,
  content       VARCHAR(2000) NOT NULL,
  cleanliness   TINYINT UNSIGNED NULL,
  accuracy      TINYINT UNSIGNED NULL,
  check_in      TINYINT UNSIGNED NULL,
  communication TINYINT UNSIGNED NULL,
  location      TINYINT UNSIGNED NULL,
  value         TINYINT UNSIGNED NULL,
  written_at    DATETIME(6) NOT NULL,
  publish_at    DATETIME(6) NOT NULL,
  published_at  DATETIME(6) NULL,
  PRIMARY KEY (order_id, author),
  KEY reviews_due (published_at, publish_at),
  KEY reviews_of_house (house_id, author, published_at),
  KEY reviews_of_guest (guest_id, author, published_at),
  CONSTRAINT reviews_of_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
