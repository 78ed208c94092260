-- What each of the two sees of a thread: its last message, up to where they have read, how many messages are unread.
-- depends: 0085_threads
-- last_id is 0 while there is no message that the member sees; lists then leave the thread out.

CREATE TABLE IF NOT EXISTS thread_members (
  user_id   BIGINT UNSIGNED NOT NULL,
  thread_id BIGINT UNSIGNED NOT NULL,
  last_id   BIGINT UNSIGNED NOT NULL DEFAULT 0,
  read_id   BIGINT UNSIGNED NOT NULL DEFAULT 0,
  unread    INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (thread_id, user_id),
  KEY thread_members_latest (user_id, last_id),
  KEY thread_members_unread (user_id, unread),
  CONSTRAINT thread_members_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT thread_members_thread FOREIGN KEY (thread_id) REFERENCES threads (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
