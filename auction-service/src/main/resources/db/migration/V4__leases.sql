-- What one node does at a time, and which; a lease that has not been renewed for a while is free.
CREATE TABLE lease (
  name       VARCHAR(64)  PRIMARY KEY,
  owner      VARCHAR(100) NOT NULL,
  renewed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
