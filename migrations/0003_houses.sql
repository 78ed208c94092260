-- A night that cannot be booked: sold, or blocked by the host where order_id is null. The key is the guarantee.
-- depends: 0003_08_house_images
-- Databases of earlier releases recorded all of 0003_* under this id.

CREATE TABLE IF NOT EXISTS house_nights (
  house_id BIGINT UNSIGNED NOT NULL,
  night    DATE NOT NULL,
  order_id BIGINT UNSIGNED NULL,
  PRIMARY KEY (house_id, night),
  CONSTRAINT house_nights_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
