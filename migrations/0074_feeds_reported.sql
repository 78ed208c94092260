-- When the host was told that a calendar keeps failing; null once it works again.
-- depends: 0073_delivery_attempts

ALTER TABLE feeds ADD COLUMN IF NOT EXISTS reported_at DATETIME(6) NULL, ALGORITHM=INSTANT;
