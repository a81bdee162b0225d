import { Commands } from './commands.js';
import { LiveConnection } from './live-connection.js';
import { directory } from './places.js';
import { Requests } from './requests.js';
import { Roster } from './roster.js';
import { jsonOf } from './transports/answers.js';
import { waysTo } from './ways.js';

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
  const at = (rest) => new URL(`v1/auctions/${path}${rest}`, base);
  const addresses = { socket: new URL(`auctions/${path}`, base), stream: at('/events'), pages: at('/events') };
  const snapshot = async (signal) => {
    const auction = await jsonOf(await requests.send(at(''), { signal, cache: 'no-store' }));
    return { auction, position: auction.position };
  };
  return new LiveAuction(id, at, { ladder: waysTo('auction', addresses, requests), requests, snapshot, after }).start();
}

class LiveAuction extends LiveConnection {
  #commands;
  #roster;

  constructor(id, at, options) {
    super(options);
    const request = ({ type, ...order }) => ({ url: at(type === 'bid' ? '/bids' : '/buy-now'), body: order });
    this.#commands = new Commands(this, options.requests, request);
    this.#roster = new Roster(this, options.requests, at('/presence'));
    this.addEventListener('snapshot', ({ detail }) => OVER.has(detail.auction.status) && this.close());
    this.addEventListener('auction-end', ({ detail }) => detail.auctionId === id && this.close());
  }

  /** Who is here, as far as is told, and how many. */
  get here() {
    return this.#roster.here;
  }

  /** Bids an amount; the receipt, or {@link Refused}. */
  bid(amount) {
    return this.#commands.send({ type: 'bid', amount });
  }

  /** Lets the house bid up to a maximum. */
  bidUpTo(max) {
    return this.#commands.send({ type: 'bid', max });
  }

  buyNow() {
    return this.#commands.send({ type: 'buy-now' });
  }
}
