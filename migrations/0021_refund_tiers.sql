-- What each order gives back, frozen at booking; orders of before, and of servers not yet replaced, get the table of then.
-- depends: 0020_house_review

ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS refund_tiers JSON NOT NULL DEFAULT (
    CASE cancellation
      WHEN 'flexible' THEN '[[1,100],[0,50]]'
      WHEN 'moderate' THEN '[[5,100],[1,50]]'
      ELSE '[[14,100],[7,50]]'
    END
  );
