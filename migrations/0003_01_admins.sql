-- Admins review houses.
-- depends: 0002_objects

ALTER TABLE users ADD COLUMN IF NOT EXISTS is_admin BOOLEAN NOT NULL DEFAULT FALSE, ALGORITHM=INSTANT;
