-- Every object that was put into the storage, named before it is put: the sweeper removes what no other row names.
-- depends: 0001_users

CREATE TABLE IF NOT EXISTS objects (
  name       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  KEY objects_created_at (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
