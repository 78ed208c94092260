-- The users to whom an event is news.
-- depends: 0004_05_order_events

CREATE TABLE IF NOT EXISTS notices (
  user_id  BIGINT UNSIGNED NOT NULL,
  event_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (user_id, event_id),
  CONSTRAINT notices_event FOREIGN KEY (event_id) REFERENCES order_events (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
