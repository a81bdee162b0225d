import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applied, folded } from '../src/plan.js';

const task = (id) => ({ id, text: id, done: false });
const TASKS = ['a', 'b', 'c'].map(task);
const order = (tasks) => tasks.map(({ id }) => id).join('');

test('a task is put last, after another, or first', () => {
  assert.equal(order(applied(TASKS, { op: 'add', id: 'x', text: 'x' })), 'abcx');
  assert.equal(order(applied(TASKS, { op: 'add', id: 'x', text: 'x', after: 'a' })), 'axbc');
  assert.equal(order(applied(TASKS, { op: 'add', id: 'x', text: 'x', after: null })), 'xabc');
  assert.equal(order(applied(TASKS, { op: 'add', id: 'x', text: 'x', after: 'gone' })), 'abcx');
});

test('a task is moved after another, or first; last where the other has gone', () => {
  assert.equal(order(applied(TASKS, { op: 'move', id: 'a', after: 'b' })), 'bac');
  assert.equal(order(applied(TASKS, { op: 'move', id: 'c', after: null })), 'cab');
  assert.equal(order(applied(TASKS, { op: 'move', id: 'a', after: 'gone' })), 'bca');
});

test('each field is set by itself', () => {
  const [first] = folded(TASKS, [
    { op: 'edit', id: 'a', fields: { text: 'A', due: '2026-12-01' } },
    { op: 'edit', id: 'a', fields: { assignee: 'bob' } },
    { op: 'check', id: 'a', done: true },
    { op: 'edit', id: 'a', fields: { due: null } },
  ]);
  assert.deepEqual({ ...first }, { id: 'a', text: 'A', done: true, assignee: 'bob', due: undefined });
});

test('what changes nothing is the same again', () => {
  for (const op of [
    { op: 'add', id: 'a', text: 'again' },
    { op: 'edit', id: 'gone', fields: { text: 'x' } },
    { op: 'edit', id: 'a', fields: { text: 'a' } },
    { op: 'check', id: 'gone', done: true },
    { op: 'move', id: 'b', after: 'a' },
    { op: 'move', id: 'b', after: 'b' },
    { op: 'remove', id: 'gone' },
    { op: 'something new', id: 'a' },
  ]) {
    assert.equal(applied(TASKS, op), TASKS, JSON.stringify(op));
  }
});

test('nothing is changed in place', () => {
  const before = structuredClone(TASKS);
  folded(TASKS, [{ op: 'remove', id: 'a' }, { op: 'edit', id: 'b', fields: { text: 'B' } }, { op: 'move', id: 'c', after: null }]);
  assert.deepEqual(TASKS, before);
});
