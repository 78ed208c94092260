-- One row, which a worker locks while it plans deliveries: events are planned in order, by one worker at a time.
-- depends: 0061_stream_events

CREATE TABLE IF NOT EXISTS event_planner (
  id    TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  guard INT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
