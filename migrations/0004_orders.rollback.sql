ALTER TABLE house_nights DROP FOREIGN KEY house_nights_order, DROP FOREIGN KEY house_nights_feed, DROP COLUMN feed_id;
DROP TABLE favourites;
DROP TABLE feeds;
DROP TABLE payments;
DROP TABLE idempotency_keys;
DROP TABLE notices;
DROP TABLE order_events;
DROP TABLE orders;
DROP TABLE house_prices;
ALTER TABLE houses
  DROP KEY houses_feed_token,
  DROP COLUMN weekend_price,
  DROP COLUMN cleaning_fee,
  DROP COLUMN weekly_discount,
  DROP COLUMN monthly_discount,
  DROP COLUMN cancellation,
  DROP COLUMN feed_token;
