-- The session in which a mail address was given.
-- depends: 0081_push_subscriptions
-- The address's link ends with that session, as when the owner of an account shuts a thief out.

ALTER TABLE mail_addresses
  ADD COLUMN IF NOT EXISTS session_id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL, ALGORITHM=INSTANT;
