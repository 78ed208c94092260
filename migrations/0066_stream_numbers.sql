-- The last number of each of these streams.
-- depends: 0065_notices_in_streams

INSERT IGNORE INTO event_streams (user_id, last_seq) SELECT user_id, MAX(seq) FROM stream_events GROUP BY user_id;
