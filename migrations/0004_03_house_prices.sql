-- The price of each night from first_night to last_night, in place of the base or weekend price.
-- depends: 0004_02_feed_tokens

CREATE TABLE IF NOT EXISTS house_prices (
  house_id    BIGINT UNSIGNED NOT NULL,
  first_night DATE NOT NULL,
  last_night  DATE NOT NULL,
  price       INT UNSIGNED NOT NULL,
  PRIMARY KEY (house_id, first_night),
  CONSTRAINT house_prices_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
