-- Sources are looked for by themselves. An index that began with the stream would be taken for a
-- way to its events by their numbers, too, as long as nothing is known of a table that grows, and
-- such a plan is kept: every page would read the whole stream. Most events have no source.
ALTER TABLE event DROP CONSTRAINT event_stream_id_source_key;
CREATE UNIQUE INDEX event_source ON event (source, stream_id) WHERE source IS NOT NULL;
