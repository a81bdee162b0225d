import { Bids } from './bids.js';
import { Ladder } from './ladder.js';
import { LiveConnection } from './live-connection.js';
import { directory } from './places.js';
import { Requests } from './requests.js';
import { jsonOf } from './transports/answers.js';
import { PollTransport } from './transports/poll.js';
import { SocketTransport } from './transports/socket.js';
import { StreamTransport } from './transports/stream.js';

const PADDING = 2_048;
const OVER = new Set(['SOLD', 'UNSOLD', 'CANCELLED']);

/**
 * A live auction, as an EventTarget: `snapshot`, `bid`, `outbid`, `extended`, `auction-end`, …, and
 * `state`. Bids go by the socket where there is one, else by HTTP; either way with a key, so that a
 * bid whose answer was lost is said again and is still one bid.
 *
 * @param {string} id
 * @param {object} options
 * @param {string} options.url where auction-service is
 * @param {() => Promise<string>} [options.token] called for a token; without it the cookie is shown
 * @param {string} [options.after] a position to go on from, instead of a snapshot
 */
export function auction(id, { url, token, after }) {
  const base = directory(url);
  const path = encodeURIComponent(id);
  const requests = new Requests(token);
  const state = new URL(`v1/auctions/${path}`, base);
  const events = new URL(`v1/auctions/${path}/events`, base);
  const rungs = [
    new SocketTransport(new URL(`auctions/${path}`, base), requests),
    new StreamTransport(events, requests, PADDING),
    new PollTransport(events, requests),
  ];
  const ladder = new Ladder(rungs, globalThis.localStorage, `petstore-live ${events.origin} auction`);
  const snapshot = async (signal) => {
    const auction = await jsonOf(await requests.send(state, { signal, cache: 'no-store' }));
    return { auction, position: auction.position };
  };
  return new LiveAuction(id, new URL(`v1/auctions/${path}/`, base), requests, { ladder, requests, snapshot, after }).start();
}

class LiveAuction extends LiveConnection {
  #bids;

  constructor(id, url, requests, options) {
    super(options);
    this.#bids = new Bids(url, requests, this);
    this.addEventListener('snapshot', ({ detail }) => OVER.has(detail.auction.status) && this.close());
    this.addEventListener('auction-end', ({ detail }) => detail.auctionId === id && this.close());
  }

  /** Bids an amount; the receipt, or {@link Refused}. */
  bid(amount) {
    return this.#bids.place({ type: 'bid', amount });
  }

  /** Lets the house bid up to a maximum. */
  bidUpTo(max) {
    return this.#bids.place({ type: 'bid', max });
  }

  buyNow() {
    return this.#bids.place({ type: 'buy-now' });
  }
}
