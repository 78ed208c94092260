-- The facilities of each house.
-- depends: 0003_06_houses

CREATE TABLE IF NOT EXISTS house_facilities (
  house_id    BIGINT UNSIGNED NOT NULL,
  facility_id SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (house_id, facility_id),
  CONSTRAINT house_facilities_of_house FOREIGN KEY (house_id) REFERENCES houses (id),
  CONSTRAINT house_facilities_facility FOREIGN KEY (facility_id) REFERENCES facilities (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
