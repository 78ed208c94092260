-- What a search reads of the rules of a house that has some; its row in listings has 0 as the shortest stay.
-- depends: 0100_stay_rules
-- Byte number n of shortest, longest and departures is of the day first_day + n: how many nights a guest who arrives on
-- it stays at least and at most (0: nobody arrives), and whether guests may leave on it. Written with the row in
-- listings, and again before the days run out (models/houses/listing_rules.py).
-- Bookings close `notice` hours before the day of arrival begins, and on that day where the number is negative.

CREATE TABLE IF NOT EXISTS listing_rules (
  house_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  first_day   DATE NOT NULL,
  notice      SMALLINT NOT NULL,
  window_days SMALLINT UNSIGNED NOT NULL,
  fills_gaps  BOOLEAN NOT NULL,
  shortest    VARBINARY(800) NOT NULL,
  longest     VARBINARY(800) NOT NULL,
  departures  VARBINARY(800) NOT NULL,
  KEY listing_rules_age (first_day),
  CONSTRAINT listing_rules_house FOREIGN KEY (house_id) REFERENCES houses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
