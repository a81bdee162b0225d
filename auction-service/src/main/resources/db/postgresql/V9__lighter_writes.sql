-- Whoever writes an event holds the lock on its stream's row: the reference would look for that
-- row again for each event.
ALTER TABLE event DROP CONSTRAINT event_stream_id_fkey;

-- Compared byte by byte, which is less work than by the rules of a language.
ALTER TABLE idempotency
  ALTER COLUMN owner TYPE VARCHAR(64) COLLATE "C",
  ALTER COLUMN request_key TYPE VARCHAR(64) COLLATE "C";
ALTER TABLE outbox ALTER COLUMN id TYPE VARCHAR(36) COLLATE "C";
