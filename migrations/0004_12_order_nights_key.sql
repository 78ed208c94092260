-- A night names an order that exists.
-- depends: 0004_11_feed_nights_key

ALTER TABLE house_nights ADD CONSTRAINT house_nights_order FOREIGN KEY IF NOT EXISTS (order_id) REFERENCES orders (id);
