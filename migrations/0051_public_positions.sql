-- Move the public position of each house that exists already by 150 to 300 metres, in a secret direction.
-- depends: 0050_house_details
-- The direction and the distance are digits of a hash over the salt of the host's password, which is random and secret:
-- RAND() could be predicted from the offsets of houses whose place is known.

UPDATE houses JOIN (
  SELECT id,
         SQRT(151 * 151 + (299 * 299 - 151 * 151) * CONV(LEFT(hash, 12), 16, 10) / POW(2, 48)) AS metres,
         2 * PI() * CONV(RIGHT(hash, 12), 16, 10) / POW(2, 48) AS bearing
  FROM (SELECT houses.id, SHA2(CONCAT(houses.id, ':', password_hash), 256) AS hash
        FROM houses JOIN users ON users.id = houses.user_id) AS hashed
) AS moved ON moved.id = houses.id
SET offset_north = ROUND(metres * COS(bearing)), offset_east = ROUND(metres * SIN(bearing)),
    updated_at = houses.updated_at
WHERE offset_north IS NULL;
