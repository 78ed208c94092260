-- Messages, and lines of the platform, which have an event and no sender.
-- depends: 0086_thread_members
-- visible_to is 0 where both read the message, else the only user who does. client_id is the sender's own id of the
-- message: a repetition is no second one. warned: it held contact data or a link before anything was paid.

CREATE TABLE IF NOT EXISTS messages (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  thread_id  BIGINT UNSIGNED NOT NULL,
  sender_id  BIGINT UNSIGNED NULL,
  text       VARCHAR(2000) NOT NULL,
  client_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  event_id   BIGINT UNSIGNED NULL,
  visible_to BIGINT UNSIGNED NOT NULL DEFAULT 0,
  warned     BOOLEAN NOT NULL DEFAULT FALSE,
  created_at DATETIME(6) NOT NULL,
  KEY messages_thread (thread_id, visible_to, id),
  UNIQUE KEY messages_client (thread_id, sender_id, client_id),
  UNIQUE KEY messages_event (event_id),
  CONSTRAINT messages_of_thread FOREIGN KEY (thread_id) REFERENCES threads (id) ON DELETE CASCADE,
  CONSTRAINT messages_sender FOREIGN KEY (sender_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT messages_of_event FOREIGN KEY (event_id) REFERENCES events (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
