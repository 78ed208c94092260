-- The homes that a user marked.
-- depends: 0004_12_order_nights_key
-- Databases of earlier releases recorded all of 0004_* under this id.

CREATE TABLE IF NOT EXISTS favourites (
  id       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id  BIGINT UNSIGNED NOT NULL,
  house_id BIGINT UNSIGNED NOT NULL,
  UNIQUE KEY favourites_house (user_id, house_id),
  KEY favourites_of_user (user_id, id),
  CONSTRAINT favourites_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT favourites_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
