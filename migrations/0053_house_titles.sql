-- Titles by their beginning, for suggestions while a guest types.
-- depends: 0052_review_counts

ALTER TABLE houses ADD KEY IF NOT EXISTS houses_title (listed, title);
