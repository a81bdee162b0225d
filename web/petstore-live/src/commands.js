import { BackOff } from './back-off.js';
import { rest } from './network.js';
import { Refused } from './refused.js';
import { jsonOf, mayBeAskedAgain } from './transports/answers.js';

const ANSWERED_WITHIN_MILLIS = 5_000;

/** What the same command may be spared a moment later. */
const PASSING = new Set(['rate-limited', 'unavailable', 'internal']);

/**
 * What is asked of the server and waits for an answer. Each command has its key all its life, over
 * whatever way it goes: the socket where there is one, else HTTP.
 */
export class Commands {
  #connection;
  #requests;
  #request;
  #waiting = new Map();

  /**
   * @param connection a {@link LiveConnection} with a speaker at times
   * @param {import('./requests.js').Requests} requests
   * @param request tells of a message without its key how it goes by HTTP: `{url, body, method}`
   */
  constructor(connection, requests, request) {
    this.#connection = connection;
    this.#requests = requests;
    this.#request = request;
    for (const type of ['accepted', 'rejected', 'error']) {
      connection.addEventListener(type, ({ detail }) => this.#waiting.get(detail.key)?.({ type, ...detail }));
    }
  }

  /**
   * The receipt, or {@link Refused}; what the network threw when it was given up.
   *
   * @param message what the socket is told, with a `key` if it was said before
   * @param {object} [how]
   * @param {number} [how.patienceMillis] how long it is said again
   * @param {AbortSignal} [how.signal] aborted when nobody waits for it any more
   * @param {boolean} [how.speaks] whether it may go by the socket
   */
  async send({ key = newKey(), ...message }, { patienceMillis = 60_000, signal, speaks = true } = {}) {
    const backOff = new BackOff();
    const end = performance.now() + patienceMillis;
    while (true) {
      try {
        return await (speaks && this.#connection.speaker ? this.#say({ ...message, key }, signal) : this.#ask(message, key));
      } catch (error) {
        signal?.throwIfAborted();
        if (!mayBeAskedAgain(error) || performance.now() > end) {
          throw error;
        }
        if (error.unauthenticated) {
          this.#requests.renew();
        }
        await this.#pause(backOff.next(error.afterMillis), signal);
        signal?.throwIfAborted();
      }
    }
  }

  async #say(message, signal) {
    const answered = new Promise((resolve) => this.#waiting.set(message.key, resolve));
    let timer;
    const late = new Promise((_, reject) => {
      const leave = () => reject(new Error('no answer yet'));
      timer = setTimeout(leave, ANSWERED_WITHIN_MILLIS);
      signal?.addEventListener('abort', leave, { once: true });
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

  async #ask(message, key) {
    const { url, body, method = 'POST' } = this.#request(message);
    const isBlob = body instanceof Blob;
    const response = await this.#requests.send(url, {
      method,
      headers: { 'Content-Type': isBlob ? body.type : 'application/json', 'Idempotency-Key': key },
      body: isBlob ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(isBlob ? 6 * ANSWERED_WITHIN_MILLIS : ANSWERED_WITHIN_MILLIS),
    });
    return jsonOf(response);
  }

  /** Less long when the connection is open again. */
  async #pause(millis, signal) {
    const awake = new AbortController();
    const wake = ({ detail }) => detail.state === 'open' && awake.abort();
    this.#connection.addEventListener('state', wake);
    await rest(millis, AbortSignal.any([awake.signal, ...(signal ? [signal] : [])]));
    this.#connection.removeEventListener('state', wake);
  }
}

/** What no other command has. */
export function newKey() {
  return crypto.randomUUID();
}
