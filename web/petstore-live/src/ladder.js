const FAILURES_BEFORE_A_STEP_DOWN = 2;
const REMEMBERED_MILLIS = 24 * 60 * 60 * 1000;

/**
 * The ways to the server, the best first. Steps down where one does not work here, and remembers
 * for a day what did, so that the next page does not find it out again.
 */
export class Ladder {
  #rungs;
  #at = 0;
  #failures = 0;
  #memory;
  #key;

  /**
   * @param rungs transports, the best first
   * @param memory `localStorage`, or something alike; null to forget
   */
  constructor(rungs, memory, key) {
    this.#rungs = rungs;
    this.#memory = memory;
    this.#key = key;
    this.#at = Math.max(0, rungs.findIndex((rung) => rung.name === this.#remembered()));
  }

  get rung() {
    return this.#rungs[this.#at];
  }

  /** Better ways than the present one, the best first: to be tried beside it. */
  get better() {
    return this.#rungs.slice(0, this.#at);
  }

  /** It is open; whether it stays so is another question. */
  opened(rung) {
    if (rung !== this.rung) {
      this.#at = this.#rungs.indexOf(rung);
      this.#failures = 0;
    }
    this.#remember(rung.name);
  }

  /** It was open for a good while: its next failure is the first again. */
  lasted() {
    this.#failures = 0;
  }

  /**
   * @param mute whether nothing came, though nobody said no: then once is enough
   */
  failed(rung, mute = false) {
    if (rung !== this.rung) {
      return;
    }
    this.#failures += mute ? FAILURES_BEFORE_A_STEP_DOWN : 1;
    if (this.#failures >= FAILURES_BEFORE_A_STEP_DOWN) {
      this.#failures = 0;
      this.#at = (this.#at + 1) % this.#rungs.length; // from the lowest up again: it is no worse
    }
  }

  #remembered() {
    try {
      const { name, until } = JSON.parse(this.#memory?.getItem(this.#key) ?? '{}');
      return until > Date.now() ? name : undefined;
    } catch {
      return undefined;
    }
  }

  #remember(name) {
    try {
      this.#memory?.setItem(this.#key, JSON.stringify({ name, until: Date.now() + REMEMBERED_MILLIS }));
    } catch {
      // a browser that keeps nothing finds it out again
    }
  }
}
