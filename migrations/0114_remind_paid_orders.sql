-- Orders that were paid under the last release are reminded of their arrival, too: the day before at 10:00 in Beijing.
-- depends: 0113_order_remind_key

UPDATE orders SET remind_at = TIMESTAMP(start_date - INTERVAL 1 DAY, '02:00:00')
WHERE status = 'PAID' AND due_at > UTC_TIMESTAMP(6) AND start_date > UTC_DATE() AND remind_at IS NULL;
