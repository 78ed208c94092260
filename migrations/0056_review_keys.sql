-- Reviews of a house by their stars, and the newest reviews of a host's houses.
-- depends: 0055_host_orders

ALTER TABLE orders
  ADD KEY IF NOT EXISTS orders_ratings (house_id, rating, commented_at),
  ADD KEY IF NOT EXISTS orders_reviews_of_host (host_id, commented_at);
