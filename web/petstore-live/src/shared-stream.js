import { LiveConnection } from './live-connection.js';

/**
 * One connection for all tabs of a browser: over HTTP/1.1 it has six, and seven tabs would wait for
 * each other for ever. One tab, whoever has the lock, listens and tells the others; when it goes,
 * the next goes on from where they all stood.
 */
export class SharedStream extends EventTarget {
  #name;
  #connect;
  #channel;
  #closed = new AbortController();
  #connection;
  #last = { state: 'connecting' };

  /**
   * @param name the same for tabs that want the same
   * @param connect makes a {@link LiveConnection} from a position on
   */
  constructor(name, connect) {
    super();
    this.#name = name;
    this.#connect = connect;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  static get isPossible() {
    return Boolean(globalThis.navigator?.locks && globalThis.BroadcastChannel);
  }

  get state() {
    return this.#last.state;
  }

  get transport() {
    return this.#last.transport;
  }

  get position() {
    return this.#last.position;
  }

  /** Whether it is this tab that listens. */
  get isLeader() {
    return Boolean(this.#connection);
  }

  start() {
    this.#channel.postMessage({ ask: 'state' });
    navigator.locks
      .request(this.#name, { signal: this.#closed.signal }, () => this.#lead())
      .catch(() => {}); // closed before it was this tab's turn
    return this;
  }

  close() {
    this.#closed.abort();
    this.#connection?.close();
    this.#channel.close();
    this.#enter({ ...this.#last, state: 'closed' });
  }

  /** Lasts until this tab is closed. */
  #lead() {
    const connection = this.#connect(this.#last.position);
    this.#connection = connection;
    connection.onAny = (type, detail) => this.#tell({ type, detail, position: connection.position });
    connection.addEventListener('state', ({ detail }) => this.#tell({ state: detail }));
    connection.start();
    return new Promise((resolve) => this.#closed.signal.addEventListener('abort', resolve));
  }

  #tell(message) {
    this.#channel.postMessage(message);
    this.#hear(message);
  }

  #hear(message) {
    if (message.ask) {
      if (this.isLeader) {
        this.#channel.postMessage({ state: this.#last });
      }
    } else if (message.state) {
      this.#enter(message.state);
    } else {
      this.#last.position = message.position;
      this.dispatchEvent(new CustomEvent(message.type, { detail: message.detail }));
    }
  }

  #enter(state) {
    this.#last = { ...state, position: state.position ?? this.#last.position };
    this.dispatchEvent(new CustomEvent('state', { detail: this.#last }));
  }
}
