-- Conversations, one for each house and guest. A message is added under the lock of its thread's row, so the ids of a
-- depends: 0063_event_planner_row
-- thread's messages are in the order of the commits.

CREATE TABLE IF NOT EXISTS threads (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  house_id   BIGINT UNSIGNED NOT NULL,
  guest_id   BIGINT UNSIGNED NOT NULL,
  host_id    BIGINT UNSIGNED NOT NULL,
  guard      INT UNSIGNED NOT NULL DEFAULT 0,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY threads_of_guest (guest_id, house_id),
  CONSTRAINT threads_house FOREIGN KEY (house_id) REFERENCES houses (id),
  CONSTRAINT threads_guest FOREIGN KEY (guest_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT threads_host FOREIGN KEY (host_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
