-- Which stays a house accepts, and what more guests cost: the JSON of models/houses/stay_rules.py.
-- depends: 0063_event_planner_row
-- Empty for a house that has no rules but its shortest and longest stay. One column, so a booking reads it with the row
-- that it locks.

ALTER TABLE houses ADD COLUMN IF NOT EXISTS stay_rules TEXT NOT NULL DEFAULT '';
