-- Other dates or guests that one party of an order offers to the other (docs/changes.md).
-- depends: 0118_reviews
-- open_of is the order while the offer awaits an answer or its payment: an order has one open change. due_at is when a
-- worker ends it. amount_before is what the order cost when the change was offered.

CREATE TABLE IF NOT EXISTS stay_changes (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id      BIGINT UNSIGNED NOT NULL,
  open_of       BIGINT UNSIGNED NULL,
  offered_by    ENUM('custom', 'landlord') NOT NULL,
  start_date    DATE NOT NULL,
  end_date      DATE NOT NULL,
  guests        SMALLINT UNSIGNED NOT NULL,
  items         JSON NOT NULL,
  amount        BIGINT UNSIGNED NOT NULL,
  amount_before BIGINT UNSIGNED NOT NULL,
  status        ENUM('OFFERED', 'WAIT_PAYMENT', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'ENDED') NOT NULL,
  due_at        DATETIME(6) NULL,
  created_at    DATETIME(6) NOT NULL,
  UNIQUE KEY stay_changes_open (open_of),
  KEY stay_changes_of_order (order_id, id),
  KEY stay_changes_due (due_at),
  CONSTRAINT stay_changes_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
