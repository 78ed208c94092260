-- Written by whoever counts what a user has: with several database writers a row lock alone guards no limit.
-- depends: 0022_order_version

ALTER TABLE users ADD COLUMN IF NOT EXISTS guard INT UNSIGNED NOT NULL DEFAULT 0;
