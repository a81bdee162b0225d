import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../src/outbox.js';
import { Refused } from '../src/refused.js';
import { until } from './support/scripted.js';

/** Somewhere to keep things, as a browser has it. */
function memory() {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text) };
}

/** Answers are up to the test, one by one. */
function sender() {
  const asked = [];
  const send = (message) => new Promise((resolve, reject) => asked.push({ message, resolve, reject }));
  return { asked, send };
}

test('one at a time is said, in the order of writing', async () => {
  const { asked, send } = sender();
  const outbox = new Outbox(send);
  const [first, second] = [outbox.add({ text: 'one' }), outbox.add({ text: 'two' })];
  assert.deepEqual(asked.map(({ message }) => message.text), ['one']);
  asked[0].resolve('a receipt');
  assert.equal(await first, 'a receipt');
  await until(() => asked.length === 2);
  assert.deepEqual(outbox.waiting.map(({ text }) => text), ['two']);
  asked[1].resolve();
  await second;
  await until(() => outbox.waiting.length === 0);
});

test('what is refused is told so and holds up nobody', async () => {
  const { asked, send } = sender();
  const outbox = new Outbox(send);
  const refused = outbox.add({ text: 'one' });
  outbox.add({ text: 'two' });
  asked[0].reject(new Refused({ code: 'invalid-message' }));
  await assert.rejects(refused, { code: 'invalid-message' });
  await until(() => asked.length === 2);
  assert.equal(asked[1].message.text, 'two');
});

test('what waits when a page goes is said by the next under the same key', async () => {
  const kept = memory();
  const before = sender();
  const outbox = new Outbox(before.send, { memory: kept, name: 'room' });
  outbox.add({ text: 'one' });
  outbox.add({ text: 'two' });
  outbox.stop();
  before.asked[0].reject(new Error('closed'));

  const after = sender();
  const next = new Outbox(after.send, { memory: kept, name: 'room' });
  next.start();
  assert.deepEqual(after.asked[0].message, before.asked[0].message);
  after.asked[0].resolve();
  await until(() => after.asked.length === 2);
  assert.equal(after.asked[1].message.text, 'two');
  after.asked[1].resolve();
  await until(() => next.waiting.length === 0);
  assert.deepEqual(new Outbox(after.send, { memory: kept, name: 'room' }).waiting, []);
});

test('images are not kept, and each has a key of its own', () => {
  const kept = memory();
  const outbox = new Outbox(sender().send, { memory: kept, name: 'room' });
  outbox.add({ type: 'attachment', blob: new Blob(['x']) });
  outbox.add({ text: 'one' });
  const keys = outbox.waiting.map(({ key }) => key);
  assert.equal(new Set(keys).size, 2);
  assert.deepEqual(JSON.parse(kept.getItem('room')).map(({ text }) => text), ['one']);
});

test('a memory that is full or broken hinders nobody', () => {
  const broken = { getItem: () => '{', setItem: () => { throw new Error('full'); } };
  const { asked, send } = sender();
  new Outbox(send, { memory: broken, name: 'room' }).add({ text: 'one' });
  assert.equal(asked.length, 1);
});
