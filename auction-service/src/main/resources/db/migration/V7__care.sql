-- The present state of each care plan; its stream is care/<pet_id>. Members and tasks are in the form in which clients
-- see them: they are read with the plan, never searched.
CREATE TABLE care_plan (
  pet_id  VARCHAR(64)  PRIMARY KEY,
  owner   VARCHAR(64)  NOT NULL,
  title   VARCHAR(120) NOT NULL,
  members VARCHAR      NOT NULL,
  tasks   VARCHAR      NOT NULL
);
-- For the bound on how many plans a user may begin.
CREATE INDEX care_plan_owner ON care_plan (owner);
