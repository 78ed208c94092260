-- The mail address of a user, and the one that waits until its link is opened.
-- depends: 0063_event_planner_row
-- address is NULL until a first one is verified. token_hash is the SHA-256 of the link's token, until token_until.
-- Several users may have one address: it opens no account, and a unique key would tell who has one.

CREATE TABLE IF NOT EXISTS mail_addresses (
  user_id     BIGINT UNSIGNED NOT NULL,
  address     VARCHAR(254) NULL,
  verified_at DATETIME(6) NULL,
  pending     VARCHAR(254) NULL,
  token_hash  BINARY(32) NULL,
  token_until DATETIME(6) NULL,
  PRIMARY KEY (user_id),
  UNIQUE KEY token (token_hash),
  CONSTRAINT mail_address_of_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
