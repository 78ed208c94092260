-- What a home's page and its card also show: door, rules, times, beds, reviews, and a position that everybody may see.
-- depends: 0041_stray_payments
-- bedrooms is the JSON of models/houses/bedrooms.py; counted_beds is the number of beds in it, null for an empty list.
-- offset_north and offset_east, in metres, hide the exact position; without them a house has no public one.

ALTER TABLE houses
  ADD COLUMN IF NOT EXISTS address_detail  VARCHAR(64) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS rules           VARCHAR(1000) NOT NULL DEFAULT '',
  ADD COLUMN IF NOT EXISTS check_in_from   CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '15:00',
  ADD COLUMN IF NOT EXISTS check_out_until CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '12:00',
  ADD COLUMN IF NOT EXISTS bedrooms        JSON NOT NULL DEFAULT '[]',
  ADD COLUMN IF NOT EXISTS counted_beds    SMALLINT UNSIGNED NULL,
  ADD COLUMN IF NOT EXISTS bed_count       SMALLINT UNSIGNED AS (COALESCE(counted_beds, room_count)) STORED,
  ADD COLUMN IF NOT EXISTS offset_north    SMALLINT NULL,
  ADD COLUMN IF NOT EXISTS offset_east     SMALLINT NULL,
  ADD COLUMN IF NOT EXISTS public_lat      DECIMAL(9, 6)
    AS (LEAST(90, GREATEST(-90, lat + offset_north / 111320))) STORED,
  ADD COLUMN IF NOT EXISTS public_lng      DECIMAL(9, 6)
    AS (LEAST(180, GREATEST(-180, lng + offset_east / (111320 * GREATEST(COS(RADIANS(lat)), 0.01))))) STORED,
  ADD COLUMN IF NOT EXISTS review_count    INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS rating_count    INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS rating_total    INT UNSIGNED NOT NULL DEFAULT 0;
