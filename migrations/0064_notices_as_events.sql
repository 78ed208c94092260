-- The notices of the last 90 days, which the release before wrote, as events whose deliveries are planned.
-- depends: 0063_event_planner_row

INSERT INTO events (type, version, subject, subject_id, payload, created_at, planned_at)
  SELECT CASE order_events.action
         WHEN 'book' THEN 'order.booked' WHEN 'accept' THEN 'order.accepted' WHEN 'reject' THEN 'order.rejected'
         WHEN 'cancel' THEN 'order.cancelled' WHEN 'expire' THEN 'order.expired' WHEN 'receive' THEN 'order.paid'
         WHEN 'late_payment' THEN 'order.paid_late' WHEN 'refund' THEN 'order.refunded'
         WHEN 'check_in' THEN 'order.checked_in' WHEN 'complete' THEN 'order.completed'
         ELSE 'order.reviewed' END,
         1, 'order', orders.id,
         JSON_OBJECT('order_id', orders.id, 'house_id', orders.house_id, 'guest_id', orders.user_id,
                     'host_id', orders.host_id, 'status', order_events.target, 'order_version', orders.version,
                     'start_date', orders.start_date, 'end_date', orders.end_date, 'guests', orders.guests,
                     'amount', orders.amount, 'deposit', orders.deposit, 'due_at', NULL,
                     'actor', order_events.actor, 'refund', NULL, 'reason', NULL),
         order_events.created_at, order_events.created_at
  FROM order_events JOIN orders ON orders.id = order_events.order_id
  WHERE order_events.id IN (SELECT event_id FROM notices)
    AND order_events.created_at > UTC_TIMESTAMP() - INTERVAL 90 DAY
    AND NOT EXISTS (SELECT 1 FROM events)
  ORDER BY order_events.id;
