import { BackOff } from './back-off.js';
import { Refused } from './refused.js';
import { jsonOf, mayBeAskedAgain } from './transports/answers.js';

const ANSWERED_WITHIN_MILLIS = 5_000;
const GIVEN_UP_AFTER_MILLIS = 60_000;

/** What the same bid may be spared a moment later. */
const PASSING = new Set(['rate-limited', 'unavailable', 'internal']);

/** Bids that wait for their answers. Each has its key all its life, over whatever way it goes. */
export class Bids {
  #url;
  #requests;
  #connection;
  #waiting = new Map();

  /** @param connection a {@link LiveConnection} with a speaker at times */
  constructor(url, requests, connection) {
    this.#url = url;
    this.#requests = requests;
    this.#connection = connection;
    for (const type of ['accepted', 'rejected', 'error']) {
      connection.addEventListener(type, ({ detail }) => this.#waiting.get(detail.key)?.({ type, ...detail }));
    }
  }

  async place(order) {
    const key = crypto.randomUUID();
    const backOff = new BackOff();
    const end = performance.now() + GIVEN_UP_AFTER_MILLIS;
    while (true) {
      try {
        return await this.#ask({ ...order, key });
      } catch (error) {
        if (!mayBeAskedAgain(error) || performance.now() > end) {
          throw error;
        }
        if (error.unauthenticated) {
          this.#requests.renew();
        }
        await new Promise((resolve) => setTimeout(resolve, backOff.next(error.afterMillis)));
      }
    }
  }

  #ask(message) {
    return this.#connection.speaker ? this.#say(message) : this.#post(message);
  }

  async #say(message) {
    const answered = new Promise((resolve) => this.#waiting.set(message.key, resolve));
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer yet')), ANSWERED_WITHIN_MILLIS);
    });
    try {
      this.#connection.speaker.say(message);
      const { type, key, ...answer } = await Promise.race([answered, late]);
      if (type === 'accepted') {
        return answer;
      }
      if (type === 'error' && PASSING.has(answer.code)) {
        throw Object.assign(new Error(answer.detail), { afterMillis: 1000 * (answer.retryAfterSeconds ?? 1) });
      }
      throw new Refused(answer);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(message.key);
    }
  }

  async #post({ type, key, ...order }) {
    const response = await this.#requests.send(new URL(type === 'bid' ? 'bids' : 'buy-now', this.#url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(order),
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MILLIS),
    });
    return jsonOf(response);
  }
}
