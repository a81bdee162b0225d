import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStreamParser } from '../src/transports/event-stream-parser.js';

function parse(...pieces) {
  const events = [];
  const retries = [];
  const parser = new EventStreamParser({
    onEvent: (event) => events.push(event),
    onRetry: (millis) => retries.push(millis),
  });
  pieces.forEach((piece) => parser.push(piece));
  return { events, retries };
}

test('an event is what stands between empty lines', () => {
  const { events } = parse('id: 7-k3\nevent: adoption\ndata: {"petId":"rex"}\n\n');
  assert.deepEqual(events, [{ type: 'adoption', data: '{"petId":"rex"}', id: '7-k3' }]);
});

test('it does not matter where the network cuts', () => {
  const text = 'id: 1-a\r\nevent: order\r\ndata: one\r\ndata: two\r\n\r\nid: 2-a\r\ndata: three\r\n\r\n';
  const whole = parse(text);
  assert.equal(whole.events.length, 2);
  assert.equal(whole.events[0].data, 'one\ntwo');
  for (let cut = 1; cut < text.length; cut++) {
    assert.deepEqual(parse(text.slice(0, cut), text.slice(cut)), whole, `cut at ${cut}`);
  }
  assert.deepEqual(parse(...text), whole);
});

test('comments and events without data are none; an id stays until the next', () => {
  const { events } = parse(': padding\n\nid: 3-a\n\ndata: x\n\n');
  assert.deepEqual(events, [{ type: 'message', data: 'x', id: '3-a' }]);
});

test('the time to come back is told', () => {
  assert.deepEqual(parse('retry: 1500\nretry: soon\n\n').retries, [1500]);
});
