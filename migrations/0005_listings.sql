-- Drop the keys that searches read before the table listings.
-- depends: 0005_02_first_listings
-- Databases of earlier releases recorded all of 0005_* under this id.

ALTER TABLE houses
  DROP KEY IF EXISTS houses_new,
  DROP KEY IF EXISTS houses_area_new,
  DROP KEY IF EXISTS houses_booking,
  DROP KEY IF EXISTS houses_area_booking,
  DROP KEY IF EXISTS houses_price,
  DROP KEY IF EXISTS houses_area_price;
