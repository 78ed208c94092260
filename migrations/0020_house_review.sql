-- Which version of a house's texts and pictures a reviewer sees, and the version that was approved last.
-- depends: 0005_listings

ALTER TABLE houses
  ADD COLUMN IF NOT EXISTS revision INT UNSIGNED NOT NULL DEFAULT 1,
  ADD COLUMN IF NOT EXISTS approved_content JSON NULL;
