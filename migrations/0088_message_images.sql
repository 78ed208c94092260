-- Pictures of messages. message_id is null until the message is sent; a picture that is never sent is removed.
-- depends: 0087_messages
-- stem begins the names of the picture's objects; bytes is the size of all of them.

CREATE TABLE IF NOT EXISTS message_images (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  thread_id  BIGINT UNSIGNED NOT NULL,
  sender_id  BIGINT UNSIGNED NOT NULL,
  message_id BIGINT UNSIGNED NULL,
  stem       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  width      SMALLINT UNSIGNED NOT NULL,
  height     SMALLINT UNSIGNED NOT NULL,
  bytes      INT UNSIGNED NOT NULL,
  blurhash   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY message_images_stem (stem),
  KEY message_images_message (message_id, id),
  KEY message_images_sender (sender_id, created_at),
  CONSTRAINT message_images_thread FOREIGN KEY (thread_id) REFERENCES threads (id) ON DELETE CASCADE,
  CONSTRAINT message_images_sender FOREIGN KEY (sender_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT message_images_of FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
