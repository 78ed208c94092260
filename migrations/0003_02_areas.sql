-- The districts that front ends of this family know by number.
-- depends: 0003_01_admins

CREATE TABLE IF NOT EXISTS areas (
  id   SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  UNIQUE KEY areas_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
