import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { LiveChat } from '../src/live-chat.js';
import { over, ScriptedSocket, until } from './support/scripted.js';

const ROOM = { id: 'r-1', status: 'ASSIGNED', agent: 'bob', members: ['ann', 'bob'], readPositions: {}, position: '1-a' };

describe('a chat', () => {
  let socket;
  let chat;
  let posted;

  beforeEach(async () => {
    socket = new ScriptedSocket();
    posted = [];
    const options = over(socket);
    options.requests.send = async (url, { method, body }) => {
      posted.push({ url, method, body });
      return Response.json({ attachmentId: 'a-1', contentType: 'image/png', bytes: 3, position: '7-a' });
    };
    const place = { at: (rest) => rest, get: async () => ROOM, look: async () => ({ from: 0, items: [] }) };
    const items = [{ type: 'message', id: '1-a', data: { from: 'bob', text: 'Hello' } }];
    const snapshot = async () => ({ room: ROOM, from: 0, items, position: '1-a' });
    chat = new LiveChat('ann', place, { ...options, snapshot }).start();
    await until(() => chat.state === 'open');
  });
  afterEach(() => chat.close());

  const texts = () => chat.entries.map(({ text }) => text);
  const messages = () => socket.said.filter(({ type }) => type === 'message');

  test('what is said is seen at once, and once', async () => {
    chat.say('one');
    assert.deepEqual(texts(), ['Hello', 'one']);
    await until(() => messages().length === 1);
    socket.tell('accepted', { key: messages()[0].key, position: '2-a' });
    await until(() => chat.entries.every(({ position }) => position));
    assert.deepEqual(texts(), ['Hello', 'one']);
    socket.tell('message', { from: 'ann', text: 'one', at: 'then' }, '2-a');
    assert.deepEqual(texts(), ['Hello', 'one']);
    assert.equal(chat.entries[1].at, 'then');
  });

  test('it is seen once, too, where the answer comes after the message', async () => {
    chat.say('one');
    await until(() => messages().length === 1);
    socket.tell('message', { from: 'ann', text: 'one' }, '2-a');
    assert.deepEqual(texts(), ['Hello', 'one']);
    socket.tell('accepted', { key: messages()[0].key, position: '2-a' });
    chat.say('one');
    assert.deepEqual(texts(), ['Hello', 'one', 'one']);
  });

  test('the same said twice stays two, where an answer comes before its message', async () => {
    chat.say('one');
    chat.say('one');
    await until(() => messages().length === 1);
    socket.tell('accepted', { key: messages()[0].key, position: '2-a' });
    await until(() => messages().length === 2);
    socket.tell('message', { from: 'ann', text: 'one' }, '2-a');
    socket.tell('accepted', { key: messages()[1].key, position: '3-a' });
    socket.tell('message', { from: 'ann', text: 'one' }, '3-a');
    await until(() => chat.entries.every(({ position }) => position));
    assert.deepEqual(texts(), ['Hello', 'one', 'one']);
    assert.equal(new Set(chat.entries.slice(1).map(({ key }) => key)).size, 2);
  });

  test('what was cut off is said again under its key and stays in order', async () => {
    chat.say('one');
    chat.say('two');
    await until(() => messages().length === 1);
    const [{ key }] = messages();
    await socket.cut();
    socket.tell('message', { from: 'ann', text: 'one' }, '2-a'); // it had been accepted
    socket.tell('message', { from: 'bob', text: 'meanwhile' }, '3-a');
    assert.deepEqual(texts(), ['Hello', 'one', 'meanwhile', 'two']);
    socket.tell('accepted', { key, position: '2-a' });
    await until(() => messages().length === 2);
    assert.equal(messages()[1].text, 'two');
  });

  test('what is refused is taken out and told', async () => {
    const refused = [];
    chat.addEventListener('refused-action', ({ detail }) => refused.push(detail.message.text));
    const said = chat.say('one');
    await until(() => messages().length === 1);
    socket.tell('rejected', { key: messages()[0].key, code: 'invalid-transition' });
    await assert.rejects(said, { code: 'invalid-transition' });
    assert.deepEqual(texts(), ['Hello']);
    assert.deepEqual(refused, ['one']);
  });

  test('that somebody writes is seen until he has said it', () => {
    socket.tell('typing', { userId: 'bob', on: true });
    assert.deepEqual(chat.typing, ['bob']);
    socket.tell('message', { from: 'bob', text: 'So' }, '2-a');
    assert.deepEqual(chat.typing, []);
  });

  test('others are told once that one writes, and once that one has said it', () => {
    chat.types();
    chat.types();
    chat.say('one');
    const typing = socket.said.filter(({ type }) => type === 'typing').map(({ on }) => on);
    assert.deepEqual(typing, [true, false]);
  });

  test('what is read is told, once and again after an interruption', async () => {
    const reads = () => socket.said.filter(({ type }) => type === 'read').map(({ position }) => position);
    chat.read();
    chat.read();
    assert.deepEqual(reads(), ['1-a']);
    await socket.cut();
    assert.deepEqual(reads(), ['1-a', '1-a']);
  });

  test('others have seen what they have read', () => {
    socket.tell('read', { userId: 'bob', position: '1-a' });
    assert.deepEqual(chat.seenBy('1-a'), ['bob']);
    assert.deepEqual(chat.seenBy('2-a'), []);
  });

  test('an image goes by HTTP, is seen at once and needs no download', async () => {
    const image = new Blob(['png'], { type: 'image/png' });
    const sent = chat.attach(image);
    assert.equal(chat.entries[1].blob, image);
    assert.equal((await sent).attachmentId, 'a-1');
    assert.equal(posted[0].url, '/attachments');
    assert.equal(await chat.attachment('a-1'), image);
    assert.equal(posted.length, 1);
  });

  test('the image of another comes right after what tells of it', async () => {
    socket.tell('attachment', { from: 'bob', attachmentId: 'a-2', contentType: 'image/gif' }, '2-a');
    const image = chat.attachment('a-2');
    socket.tell('bytes', new Blob(['gif']));
    assert.equal((await image).type, 'image/gif');
    assert.equal(posted.length, 0);
  });

  test('all that changes in one go is told once', async () => {
    let changes = 0;
    chat.addEventListener('change', () => changes++);
    socket.tell('message', { from: 'bob', text: 'a' }, '2-a');
    socket.tell('message', { from: 'bob', text: 'b' }, '3-a');
    await until(() => changes > 0);
    assert.equal(changes, 1);
  });
});
