-- What a search reads: a narrow row for each house, with its sort keys and its calendar as bits.
-- depends: 0004_orders
-- Written by one statement in the transaction that changes the house or its nights (models/houses/listings.py), and made again
-- from those tables at any time. Night number n is so many days since 1970-01-01; block b is the 60 nights from 60 b on.
-- The blocks base to base + 7 are in taken_0 … taken_7, block b in the column b mod 8, bit n mod 60 set where night n is
-- taken. A row says nothing about later blocks, since nothing in them was taken when it was written.
-- Bits are in one index only, the one that is counted with: in each of the five they would make a booking cost MariaDB
-- half as much again (docs/performance.md).

CREATE TABLE IF NOT EXISTS listings (
  house_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  listed      BOOLEAN NOT NULL,
  area_id     SMALLINT UNSIGNED NOT NULL,
  price       INT UNSIGNED NOT NULL,
  order_count INT UNSIGNED NOT NULL,
  min_days    SMALLINT UNSIGNED NOT NULL,
  max_days    SMALLINT UNSIGNED NOT NULL,
  base        SMALLINT UNSIGNED NOT NULL,
  taken_0     BIGINT UNSIGNED NOT NULL,
  taken_1     BIGINT UNSIGNED NOT NULL,
  taken_2     BIGINT UNSIGNED NOT NULL,
  taken_3     BIGINT UNSIGNED NOT NULL,
  taken_4     BIGINT UNSIGNED NOT NULL,
  taken_5     BIGINT UNSIGNED NOT NULL,
  taken_6     BIGINT UNSIGNED NOT NULL,
  taken_7     BIGINT UNSIGNED NOT NULL,
  KEY listings_area_new (listed, area_id, house_id, min_days, max_days, base,
                         taken_0, taken_1, taken_2, taken_3, taken_4, taken_5, taken_6, taken_7),
  KEY listings_price (listed, price, house_id),
  KEY listings_area_price (listed, area_id, price, house_id),
  KEY listings_booking (listed, order_count, house_id),
  KEY listings_area_booking (listed, area_id, order_count, house_id),
  CONSTRAINT listings_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
