-- Whether a booking of the house needs no answer of its host: the guest pays at once.
-- depends: 0063_event_planner_row

ALTER TABLE houses ADD COLUMN IF NOT EXISTS instant BOOLEAN NOT NULL DEFAULT FALSE;
