-- What a host charges beyond the base price: money in fen, discounts in per cent.
-- depends: 0003_houses
-- feed_token is the secret of the exported calendar.

ALTER TABLE houses
  ADD COLUMN IF NOT EXISTS weekend_price    INT UNSIGNED NULL,
  ADD COLUMN IF NOT EXISTS cleaning_fee     INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS weekly_discount  TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS monthly_discount TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS cancellation     ENUM('flexible', 'moderate', 'strict') NOT NULL DEFAULT 'flexible',
  ADD COLUMN IF NOT EXISTS feed_token       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
