const LEAST_MILLIS = 250;
const MOST_MILLIS = 20_000;

/** After so many attempts in so short a time something is wrong that trying does not mend. */
const BUDGET = 30;
const REFILL_MILLIS = 10_000;

/**
 * How long to wait before the next attempt: full jitter under a bound that doubles, and one budget
 * for all rungs of the ladder together, so that a client with three ways does not ask three times
 * as often.
 */
export class BackOff {
  #failures = 0;
  #budget = BUDGET;
  #filledAt;
  #now;
  #random;

  constructor({ now = () => performance.now(), random = Math.random } = {}) {
    this.#now = now;
    this.#random = random;
    this.#filledAt = now();
  }

  /** It works: the next failure is the first again. The budget is not given back for it. */
  worked() {
    this.#failures = 0;
  }

  /**
   * Milliseconds until the next attempt.
   *
   * @param {number} [leastMillis] what the server has asked for
   */
  next(leastMillis = 0) {
    const bound = Math.min(MOST_MILLIS, LEAST_MILLIS * 2 ** this.#failures++);
    const jitter = this.#random() * bound;
    return Math.max(leastMillis, jitter, this.soon());
  }

  /** Milliseconds until the next attempt where nothing has failed: none, as long as the budget lasts. */
  soon() {
    this.#fill();
    this.#budget -= 1;
    return this.#budget < 0 ? -this.#budget * REFILL_MILLIS : 0;
  }

  #fill() {
    const refilled = Math.floor((this.#now() - this.#filledAt) / REFILL_MILLIS);
    this.#budget = Math.min(BUDGET, this.#budget + refilled);
    this.#filledAt += refilled * REFILL_MILLIS;
  }
}
