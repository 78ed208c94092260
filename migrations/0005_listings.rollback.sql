ALTER TABLE houses
  ADD KEY houses_new (listed, id),
  ADD KEY houses_area_new (listed, area_id, id),
  ADD KEY houses_booking (listed, order_count, id),
  ADD KEY houses_area_booking (listed, area_id, order_count, id),
  ADD KEY houses_price (listed, price, id),
  ADD KEY houses_area_price (listed, area_id, price, id);
DROP TABLE listings;
