-- The language in which a user is written to: zh or en; null until they choose one, and then it is Chinese.
-- depends: 0063_event_planner_row

ALTER TABLE users ADD COLUMN IF NOT EXISTS language VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL, ALGORITHM=INSTANT;
