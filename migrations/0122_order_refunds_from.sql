-- The day from which an order's refund tiers count, where a change of the stay has moved its first day.
-- depends: 0121_refunds

ALTER TABLE orders ADD COLUMN IF NOT EXISTS refunds_from DATE NULL, ALGORITHM=INSTANT;
