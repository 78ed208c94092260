-- The browsers that show a user's notifications (Web Push, RFC 8030).
-- depends: 0080_mail_addresses
-- endpoint_hash is the SHA-256 of the endpoint: a browser belongs to the user who subscribed last. session_id is the
-- public id of the session with which the subscription ends.

CREATE TABLE IF NOT EXISTS push_subscriptions (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  user_id       BIGINT UNSIGNED NOT NULL,
  endpoint_hash BINARY(32) NOT NULL,
  endpoint      VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  p256dh        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  auth          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY endpoint (endpoint_hash),
  KEY of_user (user_id, id),
  CONSTRAINT push_subscription_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
