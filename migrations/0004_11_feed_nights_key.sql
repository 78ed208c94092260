-- A night names a calendar that exists.
-- depends: 0004_10_feed_nights

ALTER TABLE house_nights ADD CONSTRAINT house_nights_feed FOREIGN KEY IF NOT EXISTS (feed_id) REFERENCES feeds (id);
