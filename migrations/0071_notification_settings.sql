-- When and how a user wants to be notified. Without a row, the defaults of services/notifications hold.
-- depends: 0070_user_language
-- quiet_from and quiet_until are minutes of the local day; both are null where no hours are quiet.
-- choices holds what differs from the defaults: {"booked": {"sms": false}}.

CREATE TABLE IF NOT EXISTS notification_settings (
  user_id     BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  quiet_from  SMALLINT UNSIGNED NULL,
  quiet_until SMALLINT UNSIGNED NULL,
  choices     TEXT NOT NULL DEFAULT '{}' CHECK (JSON_VALID(choices)),
  CONSTRAINT notification_settings_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
