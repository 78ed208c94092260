-- A row for each house that exists already.
-- depends: 0005_01_listings

INSERT IGNORE INTO listings (house_id, listed, area_id, price, order_count, min_days, max_days, base,
                      taken_0, taken_1, taken_2, taken_3, taken_4, taken_5, taken_6, taken_7)
SELECT houses.id, listed, area_id, price, order_count, min_days, max_days, DATEDIFF(UTC_DATE(), '1970-01-01') DIV 60,
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 0, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 1, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 2, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 3, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 4, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 5, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 6, 1 << night_number MOD 60, 0)), 0),
       COALESCE(BIT_OR(IF(night_number DIV 60 MOD 8 = 7, 1 << night_number MOD 60, 0)), 0)
FROM houses LEFT JOIN (
  SELECT house_id, DATEDIFF(night, '1970-01-01') AS night_number FROM house_nights
  WHERE DATEDIFF(night, '1970-01-01') DIV 60 BETWEEN DATEDIFF(UTC_DATE(), '1970-01-01') DIV 60
                                                 AND DATEDIFF(UTC_DATE(), '1970-01-01') DIV 60 + 7
) AS numbered ON numbered.house_id = houses.id
GROUP BY houses.id;
