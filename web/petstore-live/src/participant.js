import { Commands } from './commands.js';
import { Outbox } from './outbox.js';
import { Refused } from './refused.js';
import { Roster } from './roster.js';
import { Telling } from './telling.js';

/**
 * Somebody's part in a place where others are, too: what he does there and is not accepted yet, who
 * is here, what he is at. Tells by `change` of the connection that there is something new, and by
 * `refused-action` what the server said no to.
 */
export class Participant {
  #connection;
  #commands;
  #outbox;
  #roster;
  #own;
  #accept;
  #echoed;
  #isTelling = false;

  /**
   * @param connection a {@link LiveConnection} to that place
   * @param {import('./requests.js').Requests} requests
   * @param {object} how
   * @param how.at the address of something of that place
   * @param {Storage} [how.memory] where what waits is kept
   * @param {string} how.name under which name
   * @param how.request how a message goes by HTTP; see {@link Commands}
   * @param how.accept called with a message and its receipt before it waits no more
   * @param {number} how.toldEveryMillis how often the others are told what he is at
   */
  constructor(connection, requests, { at, memory, name, request, accept, toldEveryMillis }) {
    this.#connection = connection;
    this.#accept = accept;
    this.#commands = new Commands(connection, requests, request);
    const changed = () => this.changed();
    this.#outbox = new Outbox((message, signal) => this.#send(message, signal), { memory, name, changed });
    this.#roster = new Roster(connection, requests, at('/presence'));
    this.#own = new Telling((message) => connection.speaker?.say(message), toldEveryMillis);
    connection.addEventListener('here', changed);
  }

  /** `{count, users}`, or undefined until somebody has told. */
  get here() {
    return this.#roster.here;
  }

  /** What is not accepted yet, as far as is known. */
  get waiting() {
    return this.#outbox.waiting.filter(({ key }) => key !== this.#echoed);
  }

  /** What he is at, of which nobody keeps anything. */
  get own() {
    return this.#own;
  }

  start() {
    this.#outbox.start();
  }

  stop() {
    this.#outbox.stop();
    this.#own.stop();
  }

  /** Does something in its turn; its receipt, however long that takes, or {@link Refused}. */
  act(message) {
    return this.#outbox.add(message);
  }

  /** Asks for something at once, by HTTP. */
  ask(message) {
    return this.#commands.send(message, { speaks: false });
  }

  /**
   * Something of his own was told to all: if it is what waits first, it is accepted, though the
   * answer is still to come. Returns its key then.
   */
  heard(isIt) {
    const [first] = this.#outbox.waiting;
    if (!first || !isIt(first)) {
      return undefined;
    }
    this.#echoed = first.key;
    return first.key;
  }

  /** There is something new; all that comes in one go is told once. */
  changed() {
    if (!this.#isTelling) {
      this.#isTelling = true;
      queueMicrotask(() => {
        this.#isTelling = false;
        this.#connection.dispatchEvent(new CustomEvent('change'));
      });
    }
  }

  async #send(message, signal) {
    try {
      const how = { patienceMillis: Infinity, signal, speaks: !message.blob };
      const receipt = await this.#commands.send(message, how);
      await this.#accept(message, receipt);
      return receipt;
    } catch (error) {
      if (error instanceof Refused) {
        this.#connection.dispatchEvent(new CustomEvent('refused-action', { detail: { message, error } }));
      }
      throw error;
    }
  }
}
