import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveConnection } from '../src/live-connection.js';
import { Ended } from '../src/refused.js';
import { fails, over, says, Scripted, stays, until } from './support/scripted.js';

function connect(...rungs) {
  return connectWith({}, ...rungs);
}

function connectWith(options, ...rungs) {
  const connection = new LiveConnection({ ...options, ...over(...rungs) });
  const seen = [];
  connection.addEventListener('bid', ({ detail }) => seen.push(detail.position));
  return { connection, seen };
}

test('it goes on from where it stood, and tells nothing twice', async () => {
  const way = new Scripted('sse', says(['bid', '1-a'], ['bid', '2-a']), says(['bid', '2-a'], ['bid', '3-a']));
  const { connection, seen } = connect(way);
  connection.start();
  await until(() => connection.state === 'open' && way.runs.length === 3);
  assert.deepEqual(way.runs, [undefined, '2-a', '3-a']);
  assert.deepEqual(seen, ['1-a', '2-a', '3-a']);
  connection.close();
});

test('a heartbeat moves an idle client on', async () => {
  const way = new Scripted('sse', says(['heartbeat', '9-a']));
  const { connection } = connect(way);
  connection.start();
  await until(() => way.runs.length === 2);
  assert.equal(way.runs[1], '9-a');
  connection.close();
});

test('tokens that are always about to end are not asked for without end', async () => {
  const way = new Scripted('sse');
  way.run = (context) => {
    way.runs.push(context.after);
    const staying = stays(context);
    context.onEvent({ type: 'auth-expiring', data: {} });
    return staying;
  };
  const { connection } = connect(way);
  connection.start();
  await until(() => connection.state === 'waiting');
  assert.ok(way.runs.length > 1 && way.runs.length < 40);
  connection.close();
});

test('whoever is told that it is open is told from where on', async () => {
  const { connection } = connect(new Scripted('sse', ({ signal, onOpen }) => stays({ signal, onOpen: () => onOpen({ position: '7-a' }) })));
  const positions = [];
  connection.addEventListener('state', ({ detail }) => detail.state === 'open' && positions.push(detail.position));
  connection.start();
  await until(() => connection.state === 'open');
  assert.deepEqual(positions, ['7-a']);
  connection.close();
});

test('a journal that began anew is not taken for old', async () => {
  const way = new Scripted('sse', says(['bid', '50-a'], ['reset', '0-b'], ['bid', '1-b']));
  const { connection, seen } = connect(way);
  connection.start();
  await until(() => way.runs.length === 2);
  assert.deepEqual(seen, ['50-a', '1-b']);
  connection.close();
});

test('where one way does not work another does', async () => {
  const blocked = new Scripted('websocket', fails, fails, fails, fails);
  const open = new Scripted('sse');
  const { connection } = connect(blocked, open);
  connection.start();
  await until(() => connection.state === 'open');
  assert.equal(connection.transport, 'sse');
  assert.equal(blocked.runs.length, 2);
  connection.close();
});

test('what is final is final', async () => {
  const way = new Scripted('websocket', async ({ onOpen }) => {
    onOpen({});
    throw new Ended('the auction has ended', { final: true });
  });
  const { connection } = connect(way);
  connection.start();
  await until(() => connection.state === 'closed');
  assert.equal(way.runs.length, 1);
});

test('a token that ends is renewed by coming again', async () => {
  const way = new Scripted('sse', (context) => {
    const staying = stays(context);
    context.onEvent({ type: 'auth-expiring', data: {} });
    return staying;
  });
  const { connection } = connect(way);
  connection.start();
  await until(() => way.runs.length === 2 && connection.state === 'open');
  connection.close();
});

test('without a position it begins with the whole state, and after a reset again', async () => {
  const way = new Scripted('sse', says(['bid', '6-a'], ['reset', '9-b']));
  const states = ['5-a', '9-b'];
  const { connection, seen } = connectWith({ snapshot: async () => ({ position: states.shift() }) }, way);
  const snapshots = [];
  connection.addEventListener('snapshot', () => snapshots.push(connection.position));
  connection.start();
  await until(() => way.runs.length === 2);
  assert.deepEqual(way.runs, ['5-a', '9-b']);
  assert.deepEqual(snapshots, ['5-a', '9-b']);
  assert.deepEqual(seen, ['6-a']);
  connection.close();
});

test('what comes in one piece with a reset is passed over: the whole state holds it', async () => {
  const way = new Scripted('sse', says(['bid', '6-a'], ['reset', '9-b'], ['history', '9-b'], ['bid', '10-b']));
  const states = ['5-a', '10-b'];
  const { connection, seen } = connectWith({ snapshot: async () => ({ position: states.shift() }) }, way);
  connection.start();
  await until(() => way.runs.length === 2);
  assert.deepEqual(way.runs, ['5-a', '10-b']);
  assert.deepEqual(seen, ['6-a']);
  connection.close();
});

test('that the state cannot be had says nothing of the way', async () => {
  const [socket, stream] = [new Scripted('websocket'), new Scripted('sse')];
  const answers = [fails, fails, fails, async () => ({ position: '1-a' })];
  const { connection } = connectWith({ snapshot: () => answers.shift()() }, socket, stream);
  connection.start();
  await until(() => connection.state === 'open');
  assert.equal(connection.transport, 'websocket');
  connection.close();
});

test('a better way is taken when it works again, from where the other stood', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const socket = new Scripted('websocket', fails, fails);
  const stream = new Scripted('sse', (run) => {
    run.onEvent({ type: 'bid', position: '3-a', data: {} });
    return stays(run);
  });
  const { connection } = connect(socket, stream);
  connection.start();
  await until(() => connection.transport === 'sse');
  context.mock.timers.tick(20_000);
  await until(() => connection.transport === 'websocket');
  assert.equal(socket.runs.at(-1), '3-a');
  connection.close();
});
