import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { chat } from '../../src/petstore-live.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { AUCTIONS, openChat, SKIPPED, tokenOf, until } from '../support/shop.js';

/** A GIF of one pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

describe('a support chat', { skip: SKIPPED }, () => {
  let proxy;
  let room;
  let ann;
  let bob;

  before(async () => {
    proxy = await FaultProxy.before(AUCTIONS);
  });
  after(() => proxy.close());
  beforeEach(async () => {
    proxy.comeBack();
    Object.assign(proxy, { refusesSockets: false, holdsStreams: false });
    room = await openChat('ann', 'Hello');
  });
  afterEach(() => [ann, bob].forEach((each) => each.close()));

  /** Ann, over a network that may fail, and Bob, an agent, who takes the chat. */
  async function meet(transport = 'websocket') {
    const bobs = tokenOf('bob', ['user', 'support']);
    ann = chat(room, { url: proxy.url, user: 'ann', token: tokenOf('ann'), memory: null });
    bob = chat(room, { url: AUCTIONS, user: 'bob', token: bobs, memory: null });
    await until(() => ann.state === 'open' && ann.transport === transport, `Ann is there by ${transport}`, 60);
    await until(() => bob.state === 'open', 'Bob is there');
    await bob.take();
    await until(() => ann.room.agent === 'bob' && bob.room.agent === 'bob', 'both know who helps');
  }

  const texts = ({ entries }) => entries.filter(({ type }) => type === 'message').map(({ text }) => text);
  const heard = async (...wanted) => {
    const all = () => [ann, bob].every((each) => texts(each).length >= wanted.length);
    await until(all, `both have ${wanted}`, 60);
    assert.deepEqual(texts(ann), wanted);
    assert.deepEqual(texts(bob), wanted);
  };

  test('what is said, read and typed is known on both sides', async () => {
    await meet();
    ann.types();
    await until(() => bob.typing.includes('ann'), 'Bob sees Ann writing');
    await ann.say('Is Rex there?');
    await until(() => bob.typing.length === 0, 'she has said it');
    await bob.say('He is.');
    await heard('Hello', 'Is Rex there?', 'He is.');
    ann.read();
    await until(() => bob.seenBy(bob.entries.at(-1).position).includes('ann'), 'Bob sees that Ann has read it');
    await until(() => bob.here?.users.includes('ann') && ann.here?.users.includes('bob'), 'each sees the other');
  });

  test('what is said while the network fails is said once and in order', async () => {
    await meet();
    const wanted = Array.from({ length: 20 }, (_, i) => `from ann ${i}`);
    const said = wanted.map((text, i) => {
      setTimeout(() => proxy.cut(), 25 * i);
      return ann.say(text);
    });
    await Promise.all(said);
    await heard('Hello', ...wanted);
  });

  test('what both say while the network is away is there when it is back', async () => {
    await meet();
    proxy.goAway();
    ann.say('from ann');
    await bob.say('from bob');
    assert.deepEqual(texts(ann), ['Hello', 'from ann']);
    await until(() => ann.state !== 'open', 'it is noticed');
    proxy.comeBack();
    await heard('Hello', 'from bob', 'from ann');
    await until(() => ann.entries.every(({ position }) => position), 'all is accepted');
  });

  test('images go both ways', async () => {
    await meet();
    const image = new Blob([GIF], { type: 'image/gif' });
    const { attachmentId, bytes } = await bob.attach(image);
    assert.equal(bytes, GIF.length);
    await until(() => ann.entries.some((entry) => entry.attachmentId === attachmentId), 'Ann sees it');
    assert.equal((await ann.attachment(attachmentId)).size, GIF.length);
    const late = chat(room, { url: AUCTIONS, user: 'ann', token: tokenOf('ann'), memory: null });
    assert.equal((await late.attachment(attachmentId)).size, GIF.length);
    late.close();
  });

  test('what a closed chat does not take is undone and told', async () => {
    await meet();
    await ann.finish();
    await until(() => bob.room.status === 'CLOSED', 'Bob knows');
    await assert.rejects(bob.say('Too late'), (error) => error.code === 'invalid-transition');
    assert.deepEqual(texts(bob), ['Hello']);
    await ann.reopen();
    await until(() => bob.room.status === 'WAITING', 'it waits again');
  });

  test('where no socket gets through it is a chat all the same', async () => {
    proxy.refusesSockets = true;
    await meet('sse');
    await ann.say('from ann');
    await bob.say('from bob');
    await heard('Hello', 'from ann', 'from bob');
  });

  test('where streams are held back, too, it goes on by long poll', async () => {
    Object.assign(proxy, { refusesSockets: true, holdsStreams: true });
    await meet('poll');
    await ann.say('from ann');
    await bob.say('from bob');
    await heard('Hello', 'from ann', 'from bob');
  });

  test('there is more to be seen the further back one looks', async () => {
    await meet();
    for (let i = 0; i < 60; i++) {
      await bob.say(`number ${i}`);
    }
    const late = chat(room, { url: AUCTIONS, user: 'ann', token: tokenOf('ann'), memory: null });
    await until(() => late.entries.length > 0, 'the newest');
    assert.ok(late.hasEarlier && texts(late).length <= 50);
    while (late.hasEarlier) {
      await late.earlier();
    }
    assert.deepEqual(texts(late), ['Hello', ...Array.from({ length: 60 }, (_, i) => `number ${i}`)]);
    late.close();
  });

  test('strangers are not let in', async () => {
    await meet();
    const eve = chat(room, { url: AUCTIONS, user: `eve-${randomUUID().slice(0, 8)}`, token: tokenOf('eve'), memory: null });
    await until(() => eve.state === 'closed', 'it is told so');
    assert.deepEqual(eve.entries, []);
  });
});
