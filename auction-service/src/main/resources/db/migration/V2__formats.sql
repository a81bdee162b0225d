-- The conditions of a sale in the form in which a seller sends them: they are read with the auction, never searched.
ALTER TABLE auction ADD COLUMN terms VARCHAR;
UPDATE auction SET terms =
  '{"currency":"' || currency || '","startingPrice":' || starting_price || 'e-2'
  || COALESCE(',"reservePrice":' || reserve_price || 'e-2', '')
  || COALESCE(',"increment":' || fixed_step || 'e-2', '')
  || COALESCE(',"softClose":{"windowSeconds":' || soft_window_seconds
      || ',"extensionSeconds":' || soft_extension_seconds || '}', '')
  || '}';
ALTER TABLE auction ALTER COLUMN terms SET NOT NULL;

-- What bidders are shown by in this auction, where they are anonymous.
ALTER TABLE auction ADD COLUMN pseudonym_secret VARCHAR(64);

-- What everybody sees; after a sale, what is to be paid.
ALTER TABLE auction ADD COLUMN price BIGINT;
UPDATE auction SET price = COALESCE(leading_amount, starting_price);
ALTER TABLE auction ALTER COLUMN price SET NOT NULL;

-- Up to which the house bids for the leader. Nobody but him may learn it.
ALTER TABLE auction ADD COLUMN maximum BIGINT;

ALTER TABLE auction ADD COLUMN ending_soon_told BOOLEAN DEFAULT TRUE NOT NULL;

-- When the clock brings something about; none when it is over. The clock looks twice a second for what is due.
ALTER TABLE auction ADD COLUMN due_at TIMESTAMP(3) WITH TIME ZONE;
UPDATE auction SET due_at = CASE status WHEN 'SCHEDULED' THEN opens_at ELSE ends_at END
  WHERE status IN ('SCHEDULED', 'OPEN');
DROP INDEX auction_end;
CREATE INDEX auction_due ON auction (due_at);

ALTER TABLE auction DROP COLUMN currency;
ALTER TABLE auction DROP COLUMN starting_price;
ALTER TABLE auction DROP COLUMN fixed_step;
ALTER TABLE auction DROP COLUMN reserve_price;
ALTER TABLE auction DROP COLUMN soft_window_seconds;
ALTER TABLE auction DROP COLUMN soft_extension_seconds;

-- Bids that nobody may see until they are opened, one for each bidder; of equal ones that with the lower number is the higher.
CREATE TABLE sealed_bid (
  auction_id VARCHAR(64) NOT NULL REFERENCES auction,
  bidder     VARCHAR(64) NOT NULL,
  bid_id     VARCHAR(36) NOT NULL,
  amount     BIGINT      NOT NULL,
  currency   VARCHAR(3)  NOT NULL,
  seq        BIGINT      NOT NULL,
  PRIMARY KEY (auction_id, bidder)
);
CREATE INDEX sealed_bid_amount ON sealed_bid (auction_id, amount DESC, seq);
