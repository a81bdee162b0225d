-- By what the commit of an event, or of what waits, is followed: a W3C traceparent, where somebody looks at it.
ALTER TABLE event ADD COLUMN trace VARCHAR(64);
ALTER TABLE outbox ADD COLUMN trace VARCHAR(64);
