-- Houses, their pictures, their nights; the districts and facilities that front ends of this family know by number.
-- depends: 0002_objects

ALTER TABLE users ADD COLUMN is_admin BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE areas (
  id   SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  UNIQUE KEY areas_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE facilities (
  id   SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  UNIQUE KEY facilities_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Money is in fen. A stay has min_days nights at least, and max_days at most unless that is 0. Coordinates are GCJ-02.
-- search_words is what the full-text index reads: see utils/tokenizer.py.
CREATE TABLE houses (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id       BIGINT UNSIGNED NOT NULL,
  title         VARCHAR(64) NOT NULL,
  price         INT UNSIGNED NOT NULL,
  area_id       SMALLINT UNSIGNED NOT NULL,
  address       VARCHAR(128) NOT NULL,
  room_count    SMALLINT UNSIGNED NOT NULL,
  acreage       SMALLINT UNSIGNED NOT NULL,
  unit          VARCHAR(32) NOT NULL,
  capacity      SMALLINT UNSIGNED NOT NULL,
  beds          VARCHAR(64) NOT NULL,
  deposit       INT UNSIGNED NOT NULL,
  min_days      SMALLINT UNSIGNED NOT NULL,
  max_days      SMALLINT UNSIGNED NOT NULL,
  description   VARCHAR(2000) NOT NULL,
  lat           DECIMAL(9, 6) NULL,
  lng           DECIMAL(9, 6) NULL,
  search_words  TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  review        ENUM('pending', 'approved', 'rejected') NOT NULL,
  review_reason VARCHAR(255) NOT NULL DEFAULT '',
  online        BOOLEAN NOT NULL DEFAULT TRUE,
  deleted       BOOLEAN NOT NULL DEFAULT FALSE,
  listed        BOOLEAN AS (review = 'approved' AND online AND NOT deleted) STORED,
  order_count   INT UNSIGNED NOT NULL DEFAULT 0,
  created_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  KEY houses_user (user_id, id),
  KEY houses_new (listed, id),
  KEY houses_area_new (listed, area_id, id),
  KEY houses_booking (listed, order_count, id),
  KEY houses_area_booking (listed, area_id, order_count, id),
  KEY houses_price (listed, price, id),
  KEY houses_area_price (listed, area_id, price, id),
  KEY houses_review (review, id),
  FULLTEXT KEY houses_words (search_words),
  CONSTRAINT houses_of_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT houses_in_area FOREIGN KEY (area_id) REFERENCES areas (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE house_facilities (
  house_id    BIGINT UNSIGNED NOT NULL,
  facility_id SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (house_id, facility_id),
  CONSTRAINT house_facilities_of_house FOREIGN KEY (house_id) REFERENCES houses (id),
  CONSTRAINT house_facilities_facility FOREIGN KEY (facility_id) REFERENCES facilities (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Objects are named stem-width.suffix. The picture with the lowest position is the cover.
CREATE TABLE house_images (
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

-- A night that cannot be booked: sold, or blocked by the host where order_id is null. The key is the guarantee.
CREATE TABLE house_nights (
  house_id BIGINT UNSIGNED NOT NULL,
  night    DATE NOT NULL,
  order_id BIGINT UNSIGNED NULL,
  PRIMARY KEY (house_id, night),
  CONSTRAINT house_nights_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO areas (id, name) VALUES
  (1, '东城区'),
  (2, '西城区'),
  (3, '朝阳区'),
  (4, '海淀区'),
  (5, '昌平区'),
  (6, '丰台区'),
  (7, '房山区'),
  (8, '通州区'),
  (9, '顺义区'),
  (10, '大兴区'),
  (11, '怀柔区'),
  (12, '平谷区'),
  (13, '密云区'),
  (14, '延庆区'),
  (15, '石景山区'),
  (16, '门头沟区');

INSERT INTO facilities (id, name) VALUES
  (1, '无线网络'),
  (2, '热水淋浴'),
  (3, '空调'),
  (4, '暖气'),
  (5, '允许吸烟'),
  (6, '饮水设备'),
  (7, '牙具'),
  (8, '香皂'),
  (9, '拖鞋'),
  (10, '手纸'),
  (11, '毛巾'),
  (12, '沐浴露、洗发露'),
  (13, '冰箱'),
  (14, '洗衣机'),
  (15, '电梯'),
  (16, '允许做饭'),
  (17, '允许带宠物'),
  (18, '允许聚会'),
  (19, '门禁系统'),
  (20, '停车位'),
  (21, '有线网络'),
  (22, '电视'),
  (23, '浴缸');
