-- The present state of each chat; its stream is chat/<id>, its stream's row is there as long as it is.
CREATE TABLE chat_room (
  id         VARCHAR(64)  PRIMARY KEY,
  customer   VARCHAR(64)  NOT NULL,
  subject    VARCHAR(120),
  about_kind VARCHAR(16),
  about_id   VARCHAR(64),
  status     VARCHAR(16)  NOT NULL,
  agent      VARCHAR(64),
  opened_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX chat_room_customer ON chat_room (customer, id);
CREATE INDEX chat_room_agent ON chat_room (agent, id);
-- For the queue of those that wait.
CREATE INDEX chat_room_status ON chat_room (status, id);

-- Who belongs to a chat beside its customer and its agent, in the order in which they came.
CREATE TABLE chat_member (
  room_id VARCHAR(64) NOT NULL REFERENCES chat_room,
  place   INTEGER     NOT NULL,
  user_id VARCHAR(64) NOT NULL,
  PRIMARY KEY (room_id, user_id)
);
CREATE INDEX chat_member_user ON chat_member (user_id, room_id);

-- How far each has read: the number of an event.
CREATE TABLE chat_read (
  room_id VARCHAR(64) NOT NULL REFERENCES chat_room,
  user_id VARCHAR(64) NOT NULL,
  seq     BIGINT      NOT NULL,
  PRIMARY KEY (room_id, user_id)
);

-- Pictures, with the number of the event that shows each; they go when it goes.
CREATE TABLE chat_attachment (
  room_id      VARCHAR(64) NOT NULL REFERENCES chat_room,
  id           VARCHAR(64) NOT NULL,
  content_type VARCHAR(64) NOT NULL,
  seq          BIGINT      NOT NULL,
  content      BYTEA       NOT NULL,
  PRIMARY KEY (room_id, id)
);
-- For those that go: of each stream that has forgotten events, the pictures with lower numbers.
CREATE INDEX chat_attachment_seq ON chat_attachment (room_id, seq, id);
