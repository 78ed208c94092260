-- A calendar is exported to whoever knows its token.
-- depends: 0004_01_price_rules

ALTER TABLE houses ADD UNIQUE KEY IF NOT EXISTS houses_feed_token (feed_token), ALGORITHM=INPLACE, LOCK=NONE;
