import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { LiveCare } from '../src/live-care.js';
import { over, ScriptedSocket, until } from './support/scripted.js';

describe('a care plan', () => {
  let socket;
  let care;

  beforeEach(async () => {
    socket = new ScriptedSocket();
    const plan = { petId: 'rex', title: 'Rex', owner: 'ann', members: ['bob'], tasks: [{ id: 't-1', text: 'Walk', done: false }] };
    const snapshot = async () => ({ plan, position: '1-a' });
    care = new LiveCare('ann', { at: (rest) => rest }, { ...over(socket), snapshot }).start();
    await until(() => care.state === 'open');
  });
  afterEach(() => care.close());

  const texts = () => care.tasks.map(({ text }) => text);
  const ops = () => socket.said.filter(({ type }) => type === 'op');

  test('what is done is seen at once, and stays where the server puts it', async () => {
    care.add('Feed');
    assert.deepEqual(texts(), ['Walk', 'Feed']);
    socket.tell('op', { from: 'bob', op: { op: 'add', id: 't-2', text: 'Brush' } }, '2-a');
    assert.deepEqual(texts(), ['Walk', 'Brush', 'Feed']);
    await until(() => ops().length === 1);
    socket.tell('accepted', { key: ops()[0].key, position: '3-a', effect: 'added' });
    socket.tell('op', { from: 'ann', op: ops()[0].op }, '3-a');
    await until(() => care.unaccepted === 0);
    assert.deepEqual(texts(), ['Walk', 'Brush', 'Feed']);
  });

  test('of two who set the same field the last in the order of the server wins', async () => {
    care.edit('t-1', { text: 'Walk far' });
    socket.tell('op', { from: 'bob', op: { op: 'edit', id: 't-1', fields: { text: 'Walk twice' } } }, '2-a');
    assert.deepEqual(texts(), ['Walk far']); // it is still to be accepted
    await until(() => ops().length === 1);
    socket.tell('op', { from: 'ann', op: ops()[0].op }, '3-a');
    socket.tell('op', { from: 'bob', op: { op: 'edit', id: 't-1', fields: { text: 'No walk' } } }, '4-a');
    assert.deepEqual(texts(), ['No walk']);
    socket.tell('accepted', { key: ops()[0].key, position: '3-a' });
    await until(() => care.unaccepted === 0);
    assert.deepEqual(texts(), ['No walk']);
  });

  test('an accepted operation is seen all the time until it is told', async () => {
    care.check('t-1', true);
    await until(() => ops().length === 1);
    socket.tell('accepted', { key: ops()[0].key, position: '2-a' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(care.tasks[0].done, true);
    socket.tell('op', { from: 'ann', op: ops()[0].op }, '2-a');
    await until(() => care.unaccepted === 0);
    assert.equal(care.tasks[0].done, true);
  });

  test('what was done without a network is said when there is one, in order', async () => {
    const id = care.add('Feed');
    care.edit(id, { assignee: 'bob' });
    care.move(id, null);
    await until(() => ops().length === 1);
    const [{ key }] = ops();
    await socket.cut();
    assert.deepEqual(texts(), ['Feed', 'Walk']);
    socket.tell('op', { from: 'ann', op: ops()[0].op }, '2-a');
    socket.tell('accepted', { key, position: '2-a' });
    await until(() => ops().length >= 2);
    assert.deepEqual(ops().at(-1).op, { op: 'edit', id, fields: { assignee: 'bob' } });
    assert.deepEqual(texts(), ['Feed', 'Walk']);
  });

  test('what is refused is undone and told', async () => {
    const refused = [];
    care.addEventListener('refused-action', ({ detail }) => refused.push(detail.error.code));
    care.add('Feed');
    await until(() => ops().length === 1);
    socket.tell('rejected', { key: ops()[0].key, code: 'limit-reached' });
    await until(() => refused.length === 1);
    assert.deepEqual(texts(), ['Walk']);
  });

  test('it is called and kept as was told last', () => {
    socket.tell('plan', { from: 'ann', title: 'Rex, at home', owner: 'ann', members: ['bob', 'eve'] }, '2-a');
    assert.deepEqual(care.plan, { petId: 'rex', title: 'Rex, at home', owner: 'ann', members: ['bob', 'eve'] });
  });

  test('where others are is seen, and told of oneself', () => {
    socket.tell('cursor', { userId: 'bob', taskId: 't-1', field: 'text' });
    assert.deepEqual([...care.cursors], [['bob', { taskId: 't-1', field: 'text' }]]);
    socket.tell('cursor', { userId: 'bob', taskId: null });
    assert.equal(care.cursors.size, 0);
    care.at('t-1', 'due');
    care.at('t-1', 'due');
    care.at(null);
    assert.deepEqual(socket.said.map(({ type, taskId }) => `${type} ${taskId}`), ['cursor t-1', 'cursor null']);
  });
});
