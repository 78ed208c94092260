-- The tabs of a host's orders: an index by state, as guests have with orders_pending.
-- depends: 0054_house_places

ALTER TABLE orders ADD KEY IF NOT EXISTS orders_of_host_by_status (host_id, status);
