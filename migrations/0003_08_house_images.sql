-- The pictures of each house.
-- depends: 0003_07_house_facilities
-- Objects are named stem-width.suffix. The picture with the lowest position is the cover.

CREATE TABLE IF NOT EXISTS house_images (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  house_id   BIGINT UNSIGNED NOT NULL,
  position   SMALLINT UNSIGNED NOT NULL,
  stem       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width      SMALLINT UNSIGNED NOT NULL,
  height     SMALLINT UNSIGNED NOT NULL,
  bytes      INT UNSIGNED NOT NULL,
  blurhash   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY house_images_stem (stem),
  KEY house_images_position (house_id, position),
  CONSTRAINT house_images_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
