-- What of an article's stock people were told, and when: sales change it faster than it is told.
ALTER TABLE stock ADD COLUMN untold BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE stock ADD COLUMN told_at TIMESTAMP(3) WITH TIME ZONE;
CREATE INDEX stock_untold ON stock (untold);

CREATE TABLE sale (
  id        VARCHAR(64)  PRIMARY KEY,
  seller_id VARCHAR(64)  NOT NULL,
  title     VARCHAR(120) NOT NULL,
  status    VARCHAR(16)  NOT NULL,
  opens_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ends_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  due_at    TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX sale_due ON sale (due_at);

-- What is sold in a sale, in the seller's order. The stock is how much of it the sale begins with.
CREATE TABLE sale_article (
  sale_id   VARCHAR(64) NOT NULL REFERENCES sale,
  place     INTEGER     NOT NULL,
  sku       VARCHAR(64) NOT NULL,
  stock     BIGINT      NOT NULL,
  price     BIGINT      NOT NULL,
  currency  VARCHAR(3)  NOT NULL,
  per_buyer INTEGER,
  PRIMARY KEY (sale_id, sku)
);
CREATE INDEX sale_article_sku ON sale_article (sku);

-- What was bought. Rows are never changed.
CREATE TABLE purchase (
  id       VARCHAR(64) PRIMARY KEY,
  sale_id  VARCHAR(64) NOT NULL,
  sku      VARCHAR(64) NOT NULL,
  user_id  VARCHAR(64) NOT NULL,
  quantity BIGINT      NOT NULL,
  amount   BIGINT      NOT NULL,
  currency VARCHAR(3)  NOT NULL,
  at       TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX purchase_by ON purchase (sale_id, user_id, sku);
