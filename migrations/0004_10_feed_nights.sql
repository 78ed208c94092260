-- feed_id: another platform's calendar takes the night.
-- depends: 0004_09_feeds

ALTER TABLE house_nights ADD COLUMN IF NOT EXISTS feed_id BIGINT UNSIGNED NULL, ALGORITHM=INSTANT;
