-- How often an order has moved, counted from 1: whoever has seen another version is refused.
-- depends: 0021_refund_tiers

ALTER TABLE orders ADD COLUMN IF NOT EXISTS version INT UNSIGNED NOT NULL DEFAULT 1;
