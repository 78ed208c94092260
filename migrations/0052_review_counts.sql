-- Count the reviews that each house has already.
-- depends: 0051_public_positions

UPDATE houses JOIN (
  SELECT house_id, COUNT(commented_at) AS reviews, COUNT(rating) AS ratings, COALESCE(SUM(rating), 0) AS total
  FROM orders GROUP BY house_id
) AS counted ON counted.house_id = houses.id
SET review_count = reviews, rating_count = ratings, rating_total = total, updated_at = houses.updated_at;
