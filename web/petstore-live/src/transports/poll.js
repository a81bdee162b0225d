import { jsonOf } from './answers.js';

const WAIT_SECONDS = 25;
const MARGIN_SECONDS = 10;
const LIMIT = 200;

/** Long poll: for networks where nothing else gets through. */
export class PollTransport {
  name = 'poll';
  #url;
  #requests;

  /** @param url of the history, which holds a request until there is something */
  constructor(url, requests) {
    this.#url = url;
    this.#requests = requests;
  }

  /** The same as of a stream. */
  async run({ after, signal, onOpen, onEvent }) {
    let position = after ?? (await this.#head(signal));
    let waitSeconds = 0; // the first tells whether there is a way at all
    while (true) {
      const page = await this.#page(position, waitSeconds, signal);
      if (waitSeconds === 0) {
        onOpen({ position });
      }
      waitSeconds = WAIT_SECONDS;
      for (const { type, data, id } of page.items) {
        onEvent({ type, data, position: id });
      }
      position = page.position;
      onEvent({ type: 'heartbeat', data: { position }, position });
    }
  }

  /** Who comes for the first time wants what comes from now on. */
  async #head(signal) {
    let page = await this.#page(undefined, 0, signal);
    while (page.more) {
      page = await this.#page(page.position, 0, signal);
    }
    return page.position;
  }

  async #page(after, waitSeconds, signal) {
    const url = new URL(this.#url);
    url.searchParams.set('limit', LIMIT);
    url.searchParams.set('wait', waitSeconds);
    if (after) {
      url.searchParams.set('after', after);
    }
    const patience = AbortSignal.timeout(1000 * (waitSeconds + MARGIN_SECONDS));
    return jsonOf(
      await this.#requests.send(url, {
        headers: { Accept: 'application/json' },
        signal: AbortSignal.any([signal, patience]),
        cache: 'no-store',
      }),
    );
  }
}
