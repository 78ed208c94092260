-- How often in a row a calendar could not be read, counted before each attempt, since when, and when it last recovered.
-- depends: 0005_listings

ALTER TABLE feeds
  ADD COLUMN IF NOT EXISTS failures SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS failed_since DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS recovered_at DATETIME(6) NULL;
