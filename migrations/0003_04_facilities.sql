-- The facilities that front ends of this family know by number.
-- depends: 0003_03_area_names

CREATE TABLE IF NOT EXISTS facilities (
  id   SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  UNIQUE KEY facilities_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
