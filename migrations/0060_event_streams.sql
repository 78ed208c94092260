-- The last number of each user's stream of events.
-- depends: 0059_events
-- The row is locked from the numbering to COMMIT: the numbers have no gaps and are in the order of the commits.

CREATE TABLE IF NOT EXISTS event_streams (
  user_id  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  last_seq BIGINT UNSIGNED NOT NULL,
  CONSTRAINT event_streams_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
