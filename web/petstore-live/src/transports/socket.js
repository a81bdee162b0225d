import { Ended } from '../refused.js';
import { OPENS_WITHIN_MILLIS } from './opening.js';
import { Watchdog } from './watchdog.js';

const HEARTBEAT_SECONDS = 15;

/** Tell of a position, and stand at none. */
const PLACELESS = new Set(['accepted', 'rejected', 'read']);

/** What the server's close codes ask for; all others are failures. */
const CLOSES = new Map([
  [1000, () => ({ final: true })],
  [1003, () => ({ final: true })],
  [1007, () => ({ final: true })],
  [1008, () => ({ final: true })],
  [1009, () => ({ final: true })],
  [1012, () => ({ orderly: true, afterMillis: 1_000 + 9_000 * Math.random() })],
  [1013, () => ({ orderly: true, afterMillis: 1_000 })],
  [4401, () => ({ unauthenticated: true, orderly: true })],
  [4403, () => ({ final: true })],
  [4408, () => ({ orderly: true })],
  [4429, () => ({ orderly: true, afterMillis: 5_000 })],
]);

/** What a socket says first, once it has told what was missed. */
const OPENINGS = new Set(['snapshot', 'history', 'resumed']);

/** A WebSocket of auction-service. */
export class SocketTransport {
  name = 'websocket';
  #url;
  #requests;
  #socket;

  /** @param url of the socket, by http or https */
  constructor(url, requests) {
    this.#url = url;
    this.#requests = requests;
  }

  /** Whether messages can be said. */
  get speaks() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Says a message. */
  say(message) {
    this.#socket.send(JSON.stringify(message));
  }

  /** The same as of a stream. */
  async run({ after, signal, onOpen, onEvent }) {
    const { url, protocols } = await this.#requests.handshake(this.#addressed(after));
    signal.throwIfAborted();
    const socket = new WebSocket(url, protocols);
    let watchdog;
    let opening;
    try {
      await new Promise((resolve, reject) => {
        let opened = false;
        watchdog = new Watchdog(HEARTBEAT_SECONDS, () => reject(new Ended('nothing comes', { mute: true })));
        opening = setTimeout(() => reject(new Ended('it does not open', { mute: true })), OPENS_WITHIN_MILLIS);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        socket.onmessage = ({ data }) => {
          watchdog.heard();
          for (const { type, ...content } of messagesIn(data)) {
            if (!opened && OPENINGS.has(type)) {
              opened = true;
              clearTimeout(opening);
              this.#socket = socket;
              onOpen({ position: content.position });
            }
            onEvent({ type, data: content.blob ?? content, position: PLACELESS.has(type) ? undefined : content.position });
          }
        };
        socket.onclose = ({ code, reason }) => reject(new Ended(reason || `closed with ${code}`, CLOSES.get(code)?.()));
      });
    } finally {
      clearTimeout(opening);
      watchdog.stop(); // not when it is closed: that may take the server half a minute
      if (this.#socket === socket) {
        this.#socket = undefined;
      }
      socket.onmessage = null;
      socket.close();
    }
  }

  #addressed(after) {
    const url = new URL(this.#url);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.searchParams.set('batch', '1');
    if (after) {
      url.searchParams.set('after', after);
    }
    return url;
  }
}

/** One message, several as an array, or bytes that belong to the message before. */
function messagesIn(data) {
  return data instanceof Blob ? [{ type: 'bytes', blob: data }] : [JSON.parse(data)].flat();
}
