-- By what the commit of an event is followed: a W3C traceparent, where somebody looks at it.
ALTER TABLE event ADD COLUMN trace VARCHAR(64);
