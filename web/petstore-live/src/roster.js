import { jsonOf } from './transports/answers.js';

/** How often is asked who is here, where nobody tells. */
const ASKED_EVERY_MILLIS = 15_000;

/**
 * Who is here, told by a connection as `here` with `{count, users}`: by name where all are told,
 * else `users` is empty and only the number is known.
 */
export class Roster {
  #connection;
  #requests;
  #url;
  #users = new Set();
  #count = 0;
  #isFresh = true;
  #asking;

  /**
   * @param connection a {@link LiveConnection}; what its socket tells as `presence` is taken
   * @param {import('./requests.js').Requests} requests
   * @param {URL} url where it can be asked, for networks without sockets
   */
  constructor(connection, requests, url) {
    this.#connection = connection;
    this.#requests = requests;
    this.#url = url;
    connection.addEventListener('presence', ({ detail }) => this.#take(detail));
    connection.addEventListener('state', ({ detail }) => this.#enter(detail));
  }

  /** Undefined until somebody has told. */
  get here() {
    return this.#count > 0 ? { count: this.#count, users: [...this.#users] } : undefined;
  }

  #enter({ state, transport }) {
    clearInterval(this.#asking);
    this.#isFresh = true; // whoever comes again is told of all
    if (state === 'open' && transport !== 'websocket') {
      this.#asking = setInterval(() => this.#ask(), ASKED_EVERY_MILLIS);
      this.#ask();
    }
  }

  #take({ join, leave, count }) {
    if (this.#isFresh) {
      this.#isFresh = false;
      this.#users.clear();
    }
    join.forEach((user) => this.#users.add(user));
    leave.forEach((user) => this.#users.delete(user));
    if (this.#users.size !== count) {
      this.#users.clear(); // they are too many to be named
    }
    this.#tell(count);
  }

  async #ask() {
    try {
      const { count, users } = await jsonOf(await this.#requests.send(this.#url, { cache: 'no-store' }));
      this.#users = new Set(users);
      this.#tell(count);
    } catch {
      // asked again soon; what is wrong with the connection it finds out by itself
    }
  }

  #tell(count) {
    this.#count = count;
    this.#connection.dispatchEvent(new CustomEvent('here', { detail: { count, users: [...this.#users] } }));
  }
}
