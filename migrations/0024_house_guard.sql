-- Written by whoever counts or replaces what a house has: with several database writers a row lock alone guards nothing.
-- depends: 0023_user_guard

ALTER TABLE houses ADD COLUMN IF NOT EXISTS guard INT UNSIGNED NOT NULL DEFAULT 0;
