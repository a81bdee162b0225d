import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackOff } from '../src/back-off.js';

function backOff({ random = () => 0.999 } = {}) {
  const clock = { now: 0 };
  return { clock, backOff: new BackOff({ now: () => clock.now, random }) };
}

test('it waits longer from failure to failure, up to a bound', () => {
  const { backOff: it } = backOff();
  const waits = Array.from({ length: 12 }, () => it.next());
  waits.slice(1, 7).forEach((wait, i) => assert.ok(wait > waits[i]));
  assert.ok(waits.every((wait) => wait <= 20_000));
});

test('it may come at once: clients that were cut together do not come back together', () => {
  assert.equal(backOff({ random: () => 0 }).backOff.next(), 0);
});

test('the server has the last word', () => {
  assert.equal(backOff({ random: () => 0 }).backOff.next(4_000), 4_000);
});

test('what works makes the next failure the first again', () => {
  const { backOff: it } = backOff();
  const first = it.next();
  it.next();
  it.worked();
  assert.equal(it.next(), first);
});

test('one budget holds for all attempts, and fills again with time', () => {
  const { backOff: it, clock } = backOff({ random: () => 0 });
  for (let i = 0; i < 30; i++) {
    assert.equal(it.next(), 0);
    it.worked();
  }
  assert.ok(it.next() >= 10_000, 'the thirty-first has to wait');
  clock.now += 40_000;
  assert.equal(it.next(), 0);
});
