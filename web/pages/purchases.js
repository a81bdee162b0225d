import { BackOff } from './petstore-live/back-off.js';

const ANSWERED_WITHIN_MILLIS = 5_000;
const GIVEN_UP_AFTER_MILLIS = 120_000;

/** What the same request will be told again and again. */
const isFinal = ({ status }) => status >= 400 && status < 500 && status !== 429;

/**
 * Purchases of one user in one sale. Each is said again under its key until it is answered, over
 * networks that fail and pages that are loaded anew, and so is made once.
 */
export class Purchases {
  #user;
  #url;
  #kept;

  /** @param url of the sale's purchases */
  constructor(user, url) {
    this.#user = user;
    this.#url = url;
    this.#kept = `purchase ${user.name} ${url} `;
  }

  /**
   * Buys; what was not answered before is asked again first, and nothing else. Resolves with the
   * receipt. An error says why it was refused, or that nobody answers.
   */
  buy(sku, quantity) {
    const unanswered = this.again(sku);
    if (unanswered) {
      return unanswered;
    }
    const order = { key: crypto.randomUUID(), quantity };
    sessionStorage.setItem(this.#kept + sku, JSON.stringify(order));
    return this.#insist(sku, order);
  }

  /** The same for what was not answered; undefined where there is none. */
  again(sku) {
    const order = sessionStorage.getItem(this.#kept + sku);
    return order ? this.#insist(sku, JSON.parse(order)) : undefined;
  }

  async #insist(sku, order) {
    const backOff = new BackOff();
    const end = performance.now() + GIVEN_UP_AFTER_MILLIS;
    while (true) {
      try {
        const receipt = await this.#ask(sku, order);
        sessionStorage.removeItem(this.#kept + sku);
        return receipt;
      } catch (error) {
        if (isFinal(error)) {
          sessionStorage.removeItem(this.#kept + sku);
          throw error;
        }
        if (performance.now() > end) {
          throw new Error('Nobody answers. Press Buy again to ask what became of it.');
        }
      }
      await new Promise((resolve) => setTimeout(resolve, backOff.next()));
    }
  }

  #ask(sku, { key, quantity }) {
    return this.#user.ask(this.#url, {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: JSON.stringify({ sku, quantity }),
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MILLIS),
    });
  }
}
