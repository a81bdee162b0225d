import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Roster } from '../src/roster.js';

/** A connection, the messages of which are up to the test. */
function place(answer) {
  const connection = new EventTarget();
  const asked = [];
  const requests = {
    send: async (url) => {
      asked.push(url);
      return Response.json(answer);
    },
  };
  const roster = new Roster(connection, requests, 'presence');
  const fire = (type, detail) => connection.dispatchEvent(new CustomEvent(type, { detail }));
  return {
    roster,
    asked,
    enter: (state, transport) => fire('state', { state, transport }),
    tell: (join, leave, count) => fire('presence', { join, leave, count }),
    next: () => new Promise((resolve) => connection.addEventListener('here', ({ detail }) => resolve(detail), { once: true })),
  };
}

test('who comes and goes is told', () => {
  const { roster, enter, tell } = place();
  assert.equal(roster.here, undefined);
  enter('open', 'websocket');
  tell(['ann', 'bob'], [], 2);
  tell(['eve'], ['bob'], 2);
  assert.deepEqual(roster.here, { count: 2, users: ['ann', 'eve'] });
});

test('after an interruption it begins with who is here then', () => {
  const { roster, enter, tell } = place();
  enter('open', 'websocket');
  tell(['ann', 'bob'], [], 2);
  enter('waiting');
  assert.equal(roster.here.count, 2);
  enter('open', 'websocket');
  tell(['ann'], [], 1);
  assert.deepEqual(roster.here, { count: 1, users: ['ann'] });
});

test('of too many only the number is known, until they are named again', () => {
  const { roster, enter, tell } = place();
  enter('open', 'websocket');
  tell(['ann'], [], 1);
  tell([], [], 201);
  assert.deepEqual(roster.here, { count: 201, users: [] });
  tell(['ann', 'bob'], [], 2);
  assert.deepEqual(roster.here, { count: 2, users: ['ann', 'bob'] });
});

test('where no socket tells it is asked for', async () => {
  const { enter, asked, next } = place({ count: 1, users: ['ann'] });
  const told = next();
  enter('open', 'sse');
  assert.deepEqual(await told, { count: 1, users: ['ann'] });
  assert.deepEqual(asked, ['presence']);
  enter('closed');
});
