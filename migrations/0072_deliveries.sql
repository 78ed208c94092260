-- One row for each event, user, channel and address: what is to be sent, and what became of it.
-- depends: 0071_notification_settings
-- target is the number of a push subscription, 0 for SMS and mail. Bundled notifications of one bundle share a row:
-- event_id is the first, last_event_id the last of `count` events. leased_until is set while a worker sends.

CREATE TABLE IF NOT EXISTS deliveries (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id      BIGINT UNSIGNED NOT NULL,
  user_id       BIGINT UNSIGNED NOT NULL,
  channel       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target        BIGINT UNSIGNED NOT NULL DEFAULT 0,
  kind          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bundle        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_event_id BIGINT UNSIGNED NOT NULL,
  count         INT UNSIGNED NOT NULL DEFAULT 1,
  state         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting',
  reason        VARCHAR(64) NULL,
  due_at        DATETIME(6) NOT NULL,
  expires_at    DATETIME(6) NOT NULL,
  attempts      INT UNSIGNED NOT NULL DEFAULT 0,
  leased_until  DATETIME(6) NULL,
  created_at    DATETIME(6) NOT NULL,
  ended_at      DATETIME(6) NULL,
  UNIQUE KEY deliveries_once (event_id, user_id, channel, target),
  KEY deliveries_due (state, due_at),
  KEY deliveries_bundle (user_id, bundle, channel, target, id),
  KEY deliveries_ended (ended_at),
  CONSTRAINT deliveries_event FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE,
  CONSTRAINT deliveries_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
