-- Orders. A stay runs from start_date to end_date, half-open.
-- depends: 0004_03_house_prices
-- Amounts, line items and policy are frozen at booking. due_at is when a worker moves the order on, null where nothing is
-- due; status_at is when the status last changed. All times are UTC.

CREATE TABLE IF NOT EXISTS orders (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id       BIGINT UNSIGNED NOT NULL,
  house_id      BIGINT UNSIGNED NOT NULL,
  host_id       BIGINT UNSIGNED NOT NULL,
  start_date    DATE NOT NULL,
  end_date      DATE NOT NULL,
  days          SMALLINT UNSIGNED NOT NULL,
  guests        SMALLINT UNSIGNED NOT NULL,
  amount        BIGINT UNSIGNED NOT NULL,
  deposit       INT UNSIGNED NOT NULL,
  items         JSON NOT NULL,
  cancellation  ENUM('flexible', 'moderate', 'strict') NOT NULL,
  status        ENUM('WAIT_ACCEPT', 'WAIT_PAYMENT', 'PAID', 'IN_STAY', 'WAIT_COMMENT', 'COMPLETE', 'CANCELED',
                     'REJECTED', 'EXPIRED') NOT NULL,
  status_at     DATETIME(6) NOT NULL,
  due_at        DATETIME(6) NULL,
  reject_reason VARCHAR(255) NULL,
  comment       VARCHAR(2000) NULL,
  rating        TINYINT UNSIGNED NULL,
  commented_at  DATETIME(6) NULL,
  reply         VARCHAR(2000) NULL,
  replied_at    DATETIME(6) NULL,
  created_at    DATETIME(6) NOT NULL,
  KEY orders_of_guest (user_id, id),
  KEY orders_of_host (host_id, id),
  KEY orders_pending (user_id, status),
  KEY orders_reviews (house_id, commented_at),
  KEY orders_due (due_at),
  CONSTRAINT orders_of_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT orders_of_house FOREIGN KEY (house_id) REFERENCES houses (id),
  CONSTRAINT orders_host FOREIGN KEY (host_id) REFERENCES users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
