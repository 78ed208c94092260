-- Orders and all that comes with them: price rules, events and notices, payments, external calendars, favourites.
-- depends: 0003_houses

-- What a host asks beyond the base price: money in fen, discounts in per cent. feed_token is the secret of the exported
-- calendar.
ALTER TABLE houses
  ADD COLUMN weekend_price    INT UNSIGNED NULL,
  ADD COLUMN cleaning_fee     INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN weekly_discount  TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN monthly_discount TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN cancellation     ENUM('flexible', 'moderate', 'strict') NOT NULL DEFAULT 'flexible',
  ADD COLUMN feed_token       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD UNIQUE KEY houses_feed_token (feed_token);

-- The price of each night from first_night to last_night, in place of the base or weekend price.
CREATE TABLE house_prices (
  house_id    BIGINT UNSIGNED NOT NULL,
  first_night DATE NOT NULL,
  last_night  DATE NOT NULL,
  price       INT UNSIGNED NOT NULL,
  PRIMARY KEY (house_id, first_night),
  CONSTRAINT house_prices_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- A stay from start_date to end_date, half-open. Amounts, line items and policy are frozen at booking. due_at is when a
-- worker moves it on, null where nothing is left to come; status_at is when it last moved. All times are UTC.
CREATE TABLE orders (
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

-- Every transition: who did what, in which request. user_id is null where a worker or a payment did it.
CREATE TABLE order_events (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id   BIGINT UNSIGNED NOT NULL,
  action     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id    BIGINT UNSIGNED NULL,
  source     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  target     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  KEY order_events_of_order (order_id, id),
  CONSTRAINT order_events_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Whom an event is news to.
CREATE TABLE notices (
  user_id  BIGINT UNSIGNED NOT NULL,
  event_id BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (user_id, event_id),
  CONSTRAINT notices_event FOREIGN KEY (event_id) REFERENCES order_events (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Which order a request with an Idempotency-Key made; both hashes are SHA-256.
CREATE TABLE idempotency_keys (
  user_id    BIGINT UNSIGNED NOT NULL,
  key_hash   BINARY(32) NOT NULL,
  body_hash  BINARY(32) NOT NULL,
  order_id   BIGINT UNSIGNED NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, key_hash),
  KEY idempotency_keys_age (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- The one payment of an order. refund is what is to be given back, null where nothing is. next_at is when a worker asks
-- the payment service again, for the payment or for the refund; null where nothing is left to ask.
CREATE TABLE payments (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id     BIGINT UNSIGNED NOT NULL,
  out_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount       BIGINT UNSIGNED NOT NULL,
  trade_no     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  paid_at      DATETIME(6) NULL,
  refund       BIGINT UNSIGNED NULL,
  refunded_at  DATETIME(6) NULL,
  next_at      DATETIME(6) NULL,
  created_at   DATETIME(6) NOT NULL,
  UNIQUE KEY payments_order (order_id),
  UNIQUE KEY payments_out_trade_no (out_trade_no),
  KEY payments_next (next_at),
  CONSTRAINT payments_of_order FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Calendars of other platforms. nights is what the feed last claimed; error says why the last fetch failed.
CREATE TABLE feeds (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  house_id   BIGINT UNSIGNED NOT NULL,
  url        VARCHAR(1000) NOT NULL,
  etag       VARCHAR(255) NULL,
  nights     JSON NOT NULL,
  conflicts  SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  error      VARCHAR(64) NULL,
  fetched_at DATETIME(6) NULL,
  next_at    DATETIME(6) NOT NULL,
  KEY feeds_of_house (house_id),
  KEY feeds_next (next_at),
  CONSTRAINT feeds_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- feed_id: the night is taken by another platform's calendar.
ALTER TABLE house_nights
  ADD COLUMN feed_id BIGINT UNSIGNED NULL,
  ADD CONSTRAINT house_nights_feed FOREIGN KEY (feed_id) REFERENCES feeds (id),
  ADD CONSTRAINT house_nights_order FOREIGN KEY (order_id) REFERENCES orders (id);

CREATE TABLE favourites (
  id       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id  BIGINT UNSIGNED NOT NULL,
  house_id BIGINT UNSIGNED NOT NULL,
  UNIQUE KEY favourites_house (user_id, house_id),
  KEY favourites_of_user (user_id, id),
  CONSTRAINT favourites_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT favourites_of_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
