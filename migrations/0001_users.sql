-- People with an account. Mobiles are ASCII digits; an identity number is sealed (AES-GCM), and unique by a keyed hash.
-- depends:

CREATE TABLE IF NOT EXISTS users (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mobile        CHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name          VARCHAR(32) NOT NULL,
  password_hash CHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  avatar        VARCHAR(255) NULL,
  real_name     VARCHAR(64) NULL,
  real_name_at  DATETIME(6) NULL,
  id_card       VARBINARY(128) NULL,
  id_card_index BINARY(32) NULL,
  created_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  updated_at    DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  UNIQUE KEY users_mobile (mobile),
  UNIQUE KEY users_id_card (id_card_index)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
