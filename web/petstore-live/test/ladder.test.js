import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ladder } from '../src/ladder.js';

const [socket, stream, poll] = ['websocket', 'sse', 'poll'].map((name) => ({ name }));

function memory() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

function ladder(kept = memory()) {
  return new Ladder([socket, stream, poll], kept, 'key');
}

test('it begins with the best', () => {
  assert.equal(ladder().rung, socket);
  assert.deepEqual(ladder().better, []);
});

test('two failures are a step down', () => {
  const it = ladder();
  it.failed(socket);
  assert.equal(it.rung, socket);
  it.failed(socket);
  assert.equal(it.rung, stream);
  assert.deepEqual(it.better, [socket]);
});

test('a failure after it has lasted counts anew; that it opened alone is not enough', () => {
  const it = ladder();
  it.failed(socket);
  it.opened(socket);
  it.lasted();
  it.failed(socket);
  assert.equal(it.rung, socket);
  it.opened(socket);
  it.failed(socket);
  assert.equal(it.rung, stream);
});

test('a mute way is left at once', () => {
  const it = ladder();
  it.failed(socket, true);
  assert.equal(it.rung, stream);
});

test('below the lowest is the best again', () => {
  const it = ladder();
  [socket, stream, poll].forEach((rung) => it.failed(rung, true));
  assert.equal(it.rung, socket);
});

test('what worked is remembered', () => {
  const kept = memory();
  ladder(kept).opened(stream);
  assert.equal(ladder(kept).rung, stream);
  kept.setItem('key', 'nonsense');
  assert.equal(ladder(kept).rung, socket);
});
