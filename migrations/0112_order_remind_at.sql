-- When a worker next reminds the parties of an order of what waits for them; NULL where there is nothing to tell.
-- depends: 0111_house_arrivals

ALTER TABLE orders ADD COLUMN IF NOT EXISTS remind_at DATETIME(6) NULL, ALGORITHM=INSTANT;
