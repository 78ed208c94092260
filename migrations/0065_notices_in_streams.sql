-- Those notices in the streams of the users who were told of them, as read.
-- depends: 0064_notices_as_events

INSERT IGNORE INTO stream_events (user_id, seq, event_id, notified, read_at)
  SELECT notices.user_id, ROW_NUMBER() OVER (PARTITION BY notices.user_id ORDER BY events.id), events.id, 1,
         events.created_at
  FROM notices JOIN order_events ON order_events.id = notices.event_id
               JOIN users ON users.id = notices.user_id
               JOIN events ON events.subject = 'order' AND events.subject_id = order_events.order_id
                          AND events.created_at = order_events.created_at
                          AND events.planned_at = events.created_at
                          AND events.type = CASE order_events.action
                              WHEN 'book' THEN 'order.booked' WHEN 'accept' THEN 'order.accepted' WHEN 'reject' THEN 'order.rejected'
                              WHEN 'cancel' THEN 'order.cancelled' WHEN 'expire' THEN 'order.expired' WHEN 'receive' THEN 'order.paid'
                              WHEN 'late_payment' THEN 'order.paid_late' WHEN 'refund' THEN 'order.refunded'
                              WHEN 'check_in' THEN 'order.checked_in' WHEN 'complete' THEN 'order.completed'
                              ELSE 'order.reviewed' END
  WHERE NOT EXISTS (SELECT 1 FROM stream_events);
