-- The last heartbeat of the workers, beside the one in Redis: Redis' is much older where Redis was restored.
-- depends: 0005_listings
CREATE TABLE IF NOT EXISTS heartbeat (
  id      TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  beat_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
