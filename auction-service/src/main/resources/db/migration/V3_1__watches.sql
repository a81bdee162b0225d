-- Who wants to know of a pet's auctions.
CREATE TABLE watch (
  user_id VARCHAR(64) NOT NULL,
  pet_id  VARCHAR(64) NOT NULL,
  since   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (user_id, pet_id)
);
CREATE INDEX watch_pet ON watch (pet_id, user_id);

-- One row a user who has ever watched; the lock on it puts what he adds in order, for there is a most.
CREATE TABLE watcher (
  user_id VARCHAR(64) PRIMARY KEY
);

-- Of what goes to all who watch a pet: the last user, by his id, whom it has reached.
ALTER TABLE outbox ADD COLUMN reached VARCHAR(64) DEFAULT '' NOT NULL;
