import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SocketTransport } from '../src/transports/socket.js';

/** Its server takes its time to close it. */
class SlowToClose {
  close() {}
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('a socket that was left keeps no timer, however long it takes to close', async (t) => {
  const real = globalThis.WebSocket;
  globalThis.WebSocket = SlowToClose;
  t.after(() => {
    globalThis.WebSocket = real;
  });
  const before = timers();
  const leaving = new AbortController();
  const transport = new SocketTransport('http://shop.example/auctions/1', {
    handshake: async (url) => ({ url, protocols: [] }),
  });
  const left = transport.run({ signal: leaving.signal, onOpen() {}, onEvent() {} });
  await new Promise(setImmediate);
  assert.ok(timers() > before);
  leaving.abort(new Error('left'));
  await assert.rejects(left, /left/);
  assert.equal(timers(), before);
});
