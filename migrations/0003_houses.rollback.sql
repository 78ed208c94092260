DROP TABLE house_nights;
DROP TABLE house_images;
DROP TABLE house_facilities;
DROP TABLE houses;
DROP TABLE facilities;
DROP TABLE areas;
ALTER TABLE users DROP COLUMN is_admin;
