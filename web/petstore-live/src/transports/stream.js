import { Ended } from '../refused.js';
import { jsonOf } from './answers.js';
import { EventStreamParser } from './event-stream-parser.js';
import { OPENS_WITHIN_MILLIS } from './opening.js';
import { Watchdog } from './watchdog.js';

const HEARTBEAT_SECONDS = 15;

/** Server-Sent Events, read by `fetch`: it can show a token and sees the status. */
export class StreamTransport {
  name = 'sse';
  #url;
  #requests;
  #padding;

  /**
   * @param url of the stream
   * @param padding bytes sent first, for proxies that hold back the beginning
   */
  constructor(url, requests, padding = 0) {
    this.#url = url;
    this.#requests = requests;
    this.#padding = padding;
  }

  /** Runs until it ends or is aborted; then it throws {@link Ended} or what the network threw. */
  async run({ after, signal, onOpen, onEvent }) {
    const url = new URL(this.#url);
    if (after) {
      url.searchParams.set('lastEventId', after);
    }
    if (this.#padding) {
      url.searchParams.set('padding', this.#padding);
    }
    signal.throwIfAborted();
    const abort = new AbortController();
    const stop = () => abort.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const opening = setTimeout(
      () => abort.abort(new Ended('it does not open', { mute: true })),
      OPENS_WITHIN_MILLIS,
    );
    const watchdog = new Watchdog(HEARTBEAT_SECONDS, () => abort.abort(new Ended('nothing comes', { mute: true })));
    try {
      const response = await this.#requests.send(url, {
        headers: { Accept: 'text/event-stream' },
        signal: abort.signal,
        cache: 'no-store',
      });
      if (!response.ok) {
        await jsonOf(response);
      }
      const opened = (hello) => {
        clearTimeout(opening);
        onOpen(hello);
      };
      await this.#read(response.body, { watchdog, onOpen: opened, onEvent });
    } catch (error) {
      throw abort.signal.aborted ? abort.signal.reason : error;
    } finally {
      clearTimeout(opening);
      watchdog.stop();
      signal.removeEventListener('abort', stop);
      abort.abort();
    }
  }

  async #read(body, { watchdog, onOpen, onEvent }) {
    let retryMillis = 0;
    let refusal;
    let lastId;
    const parser = new EventStreamParser({
      onRetry: (millis) => {
        retryMillis = millis;
      },
      onEvent: ({ type, data, id }) => {
        const content = JSON.parse(data);
        if (type === 'hello') {
          watchdog.every(content.heartbeatSeconds ?? HEARTBEAT_SECONDS);
          onOpen({ position: id, heartbeatSeconds: content.heartbeatSeconds });
        } else if (type === 'refused') {
          refusal = content;
        }
        const hasPlace = id !== lastId || type === 'reset'; // which stands where the hello before it stands
        onEvent({ type, data: content, position: hasPlace ? id : undefined });
        lastId = id;
      },
    });
    const decoder = new TextDecoder();
    for await (const bytes of chunksOf(body)) {
      watchdog.heard();
      parser.push(decoder.decode(bytes, { stream: true }));
    }
    throw new Ended(refusal?.detail ?? 'the stream has ended', { orderly: !refusal, afterMillis: retryMillis });
  }
}

/** Not every browser can iterate over a stream by itself. */
async function* chunksOf(body) {
  const reader = body.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
