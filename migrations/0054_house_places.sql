-- Houses by their public position, for the part of a map that is seen.
-- depends: 0053_house_titles

ALTER TABLE houses ADD KEY IF NOT EXISTS houses_place (public_lat, public_lng);
