import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Stands before a server and does what networks do: cuts, refuses, holds back. */
export class FaultProxy {
  #target;
  #server;
  #pairs = new Set();

  /** Whether nobody gets through, and nobody new is let in. */
  #away = false;

  /** Whether requests to open a WebSocket are refused, as many corporate proxies do. */
  refusesSockets = false;

  /** Whether streams are held back, as by a proxy that collects answers before it hands them on. */
  holdsStreams = false;

  static async before(url) {
    const proxy = new FaultProxy();
    proxy.#target = new URL(url);
    proxy.#server = createServer((client) => proxy.#serve(client));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Connections that are open now. */
  get open() {
    return this.#pairs.size;
  }

  /** Ends all connections; who comes again is served. */
  cut() {
    for (const pair of this.#pairs) {
      pair.forEach((socket) => socket.destroy());
    }
  }

  goAway() {
    this.#away = true;
    this.cut();
  }

  comeBack() {
    this.#away = false;
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #serve(client) {
    if (this.#away) {
      client.destroy();
      return;
    }
    const server = connect(Number(this.#target.port), this.#target.hostname);
    const pair = [client, server];
    this.#pairs.add(pair);
    let held = false;
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#pairs.delete(pair);
        pair.forEach((other) => other.destroy());
      });
    }
    client.on('data', (bytes) => {
      const head = bytes.toString('latin1').toLowerCase();
      if (this.refusesSockets && head.includes('upgrade: websocket')) {
        client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
      if (head.startsWith('get ') || head.startsWith('post ')) {
        held = this.holdsStreams && head.includes('accept: text/event-stream');
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => held || client.write(bytes));
  }
}
