-- How guests get into a house: directions, door code, Wi-Fi, manual; as sealed JSON (services/houses/arrival.py).
-- depends: 0110_house_instant

CREATE TABLE IF NOT EXISTS house_arrivals (
  house_id   BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  guide      BLOB NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  CONSTRAINT house_arrivals_of FOREIGN KEY (house_id) REFERENCES houses (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
