-- For the worker's question which reminders are due.
-- depends: 0112_order_remind_at

ALTER TABLE orders ADD KEY IF NOT EXISTS orders_remind (remind_at);
