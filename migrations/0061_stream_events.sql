-- The events in each user's stream. notified says that the event is news to this user, read_at when they have seen it.
-- depends: 0060_event_streams

CREATE TABLE IF NOT EXISTS stream_events (
  user_id  BIGINT UNSIGNED NOT NULL,
  seq      BIGINT UNSIGNED NOT NULL,
  event_id BIGINT UNSIGNED NOT NULL,
  notified BOOLEAN NOT NULL,
  read_at  DATETIME(6) NULL,
  PRIMARY KEY (user_id, seq),
  UNIQUE KEY stream_events_event (event_id, user_id),
  KEY stream_events_news (user_id, notified, read_at, seq),
  CONSTRAINT stream_events_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT stream_events_of FOREIGN KEY (event_id) REFERENCES events (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
