import { newKey } from './commands.js';
import { Refused } from './refused.js';

/**
 * What was written and is not accepted yet, in the order of writing. One at a time is said, for as
 * long as it takes, so that the order stays; what is kept of it, all but images, survives the page.
 */
export class Outbox {
  #send;
  #memory;
  #name;
  #changed;
  #waiting = [];
  #promises = new Map();
  #stopped = new AbortController();
  #working;

  /**
   * @param send says a message that has a `key`: a promise of its receipt, or {@link Refused}
   * @param {object} [how]
   * @param {Storage} [how.memory] where it is kept; nothing is kept without
   * @param {string} [how.name] under which name
   * @param {() => void} [how.changed] called when something came or went
   */
  constructor(send, { memory, name, changed = () => {} } = {}) {
    this.#send = send;
    this.#memory = memory;
    this.#name = name;
    this.#changed = changed;
    this.#waiting = this.#kept();
  }

  /** Messages with their keys, the oldest first. */
  get waiting() {
    return this.#waiting;
  }

  /** Begins with what was kept. */
  start() {
    this.#work();
  }

  /** Says no more; what waits is kept. */
  stop() {
    this.#stopped.abort(new Error('closed'));
  }

  /** The receipt of a message, or {@link Refused}. */
  add(message) {
    const kept = { ...message, key: newKey() };
    const answered = new Promise((resolve, reject) => this.#promises.set(kept.key, { resolve, reject }));
    answered.catch(() => {}); // nobody need wait for it
    this.#change([...this.#waiting, kept]);
    this.#work();
    return answered;
  }

  async #work() {
    if (this.#working) {
      return;
    }
    this.#working = true;
    const { signal } = this.#stopped;
    while (this.#waiting.length > 0 && !signal.aborted) {
      await this.#say(this.#waiting[0], signal);
    }
    this.#working = false;
  }

  async #say(message, signal) {
    const { resolve, reject } = this.#promises.get(message.key) ?? { resolve() {}, reject() {} };
    try {
      const receipt = await this.#send(message, signal);
      resolve(receipt);
    } catch (error) {
      if (signal.aborted && !(error instanceof Refused)) {
        return; // it is still to be said, by whoever comes after
      }
      reject(error);
    }
    this.#promises.delete(message.key);
    this.#change(this.#waiting.filter(({ key }) => key !== message.key));
  }

  #change(waiting) {
    this.#waiting = waiting;
    try {
      this.#memory?.setItem(this.#name, JSON.stringify(waiting.filter(({ blob }) => !blob)));
    } catch {
      // it is said all the same, as long as the page lives
    }
    this.#changed();
  }

  #kept() {
    try {
      return JSON.parse(this.#memory?.getItem(this.#name) ?? '[]');
    } catch {
      return [];
    }
  }
}
