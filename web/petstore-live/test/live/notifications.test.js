import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { notifications } from '../../src/petstore-live.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { publish, SKIPPED, STORE, tokenOf, until } from '../support/shop.js';

describe('notifications', { skip: SKIPPED }, () => {
  let proxy;
  let live;

  before(async () => {
    proxy = await FaultProxy.before(STORE);
  });
  after(() => {
    live?.close();
    proxy.close();
  });

  /** Ann listens, and notes the titles that begin so. */
  async function listen(prefix, transport = 'sse', ttlSeconds = 600) {
    live?.close();
    const titles = [];
    live = notifications({ url: proxy.url, token: tokenOf('ann', ['user'], ttlSeconds), types: ['notification'] });
    live.addEventListener('notification', ({ detail }) => {
      if (detail.title.startsWith(prefix)) {
        titles.push(detail.title);
      }
    });
    await until(() => live.state === 'open' && live.transport === transport, `live by ${transport}`, 60);
    return titles;
  }

  test('nothing is lost or told twice, however often the network is cut', async () => {
    const titles = await listen('cut');
    const wanted = Array.from({ length: 60 }, (_, i) => `cut-${i}`);
    for (const title of wanted) {
      await publish(title);
      if (Math.random() < 0.2) {
        proxy.cut();
      }
    }
    await until(() => titles.length >= wanted.length, 'all have come');
    assert.deepEqual(titles, wanted);
  });

  test('a token that is about to end is replaced, and nothing is missed', async () => {
    const titles = await listen('token', 'sse', 33); // told 30 s before its end
    let openings = 0;
    live.addEventListener('state', ({ detail }) => (openings += detail.state === 'open'));
    const wanted = [];
    for (let i = 0; openings < 2; i++) {
      wanted.push(`token-${i}`);
      await publish(`token-${i}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await until(() => titles.length >= wanted.length, 'all have come');
    assert.deepEqual(titles, wanted);
  });

  test('where streams are held back it goes on by long poll', async () => {
    proxy.holdsStreams = true;
    const titles = await listen('held', 'poll');
    await publish('held-1', 'held-2');
    await until(() => titles.length === 2, 'both have come');
    proxy.holdsStreams = false;
    await until(() => live.transport === 'sse', 'back on the stream', 60);
    await publish('held-3');
    await until(() => titles.length === 3, 'the third has come');
  });
});
