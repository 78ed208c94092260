-- The planner's row.
-- depends: 0062_event_planner

INSERT IGNORE INTO event_planner (id) VALUES (1);
