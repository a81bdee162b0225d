import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Conversation } from '../src/conversation.js';

function conversation() {
  const room = { id: 'r-1', status: 'WAITING', members: ['ann'], readPositions: { ann: '3-a' } };
  const conversation = new Conversation();
  conversation.begin(room, 0);
  return conversation;
}

const texts = ({ entries }) => entries.map(({ text }) => text);

test('each event is there once and in its place, however often and when it was told', () => {
  const talk = conversation();
  talk.happened('message', { from: 'ann', text: 'three' }, '3-a');
  talk.add('message', { from: 'ann', text: 'one' }, '1-a');
  talk.happened('message', { from: 'bob', text: 'ten' }, '10-a');
  talk.happened('message', { from: 'bob', text: 'ten' }, '10-a');
  assert.deepEqual(texts(talk), ['one', 'three', 'ten']);
});

test('the room follows what happens to it', () => {
  const talk = conversation();
  talk.happened('agent-assigned', { userId: 'eve' }, '1-a');
  assert.deepEqual([talk.room.status, talk.room.agent], ['ASSIGNED', 'eve']);
  talk.happened('agent-assigned', { userId: null }, '2-a');
  assert.deepEqual([talk.room.status, talk.room.agent], ['WAITING', undefined]);
  talk.happened('agent-assigned', { userId: 'eve' }, '2-a');
  talk.happened('member-joined', { userId: 'bob' }, '3-a');
  assert.deepEqual(talk.room.members, ['ann', 'bob']);
  talk.happened('member-left', { userId: 'ann' }, '4-a');
  assert.deepEqual(talk.room.members, ['bob']);
  talk.happened('closed', { userId: 'bob' }, '5-a');
  assert.deepEqual([talk.room.status, talk.room.agent], ['CLOSED', 'eve']);
  talk.happened('reopened', { userId: 'ann' }, '6-a');
  assert.deepEqual([talk.room.status, talk.room.agent], ['WAITING', undefined]);
  assert.equal(talk.entries.length, 6);
});

test('what was before changes nothing of what is', () => {
  const talk = conversation();
  talk.add('closed', { userId: 'ann' }, '1-a');
  assert.equal(talk.room.status, 'WAITING');
});

test('read goes forward only', () => {
  const talk = conversation();
  assert.equal(talk.read('bob', '5-a'), true);
  assert.equal(talk.read('bob', '4-a'), false);
  assert.equal(talk.read('bob', undefined), false);
  assert.deepEqual(talk.readersOf('3-a', 'eve'), ['ann', 'bob']);
  assert.deepEqual(talk.readersOf('4-a', 'eve'), ['bob']);
  assert.deepEqual(talk.readersOf('3-a', 'ann'), ['bob']);
});
