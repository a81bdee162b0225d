import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { care } from '../../src/petstore-live.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { AUCTIONS, beginPlan, planOf, SKIPPED, tokenOf, until } from '../support/shop.js';

describe('a live care plan', { skip: SKIPPED }, () => {
  let proxy;
  let pet;
  let ann;
  let bob;

  before(async () => {
    proxy = await FaultProxy.before(AUCTIONS);
  });
  after(() => proxy.close());
  beforeEach(async () => {
    proxy.comeBack();
    Object.assign(proxy, { refusesSockets: false, holdsStreams: false });
    pet = await beginPlan('ann', 'bob');
  });
  afterEach(() => [ann, bob].forEach((each) => each.close()));

  /** Ann, over a network that may fail, and Bob. */
  async function meet(transport = 'websocket') {
    ann = care(pet, { url: proxy.url, user: 'ann', token: tokenOf('ann'), memory: null });
    bob = care(pet, { url: AUCTIONS, user: 'bob', token: tokenOf('bob'), memory: null });
    await until(() => ann.state === 'open' && ann.transport === transport, `Ann is there by ${transport}`, 60);
    await until(() => bob.state === 'open', 'Bob is there');
  }

  const shown = (tasks) => tasks.map(({ id, text, done, due, assignee }) => ({ id, text, done, due, assignee }));

  /** Waits until both have what the server has. */
  async function agreed() {
    await until(() => ann.unaccepted + bob.unaccepted === 0, 'all is accepted', 60);
    const kept = JSON.stringify(shown((await planOf(pet, 'ann')).tasks));
    const same = () => [ann, bob].every(({ tasks }) => JSON.stringify(shown(tasks)) === kept);
    await until(same, 'both have what the server has');
  }

  const someTask = ({ tasks }) => tasks[Math.floor(Math.random() * tasks.length)]?.id;

  /** Does something, whatever it be. */
  function actAtRandom(who) {
    const id = someTask(who) ?? who.add('first');
    const acts = [
      () => who.add(`task ${Math.random()}`, someTask(who)),
      () => who.edit(id, { text: `text ${Math.random()}` }),
      () => who.edit(id, { assignee: Math.random() < 0.5 ? 'bob' : null }),
      () => who.check(id, Math.random() < 0.5),
      () => who.move(id, someTask(who) ?? null),
      () => who.remove(id),
    ];
    acts[Math.floor(Math.random() * acts.length)]();
  }

  test('what two do at once, while the network fails, ends the same for both', async () => {
    await meet();
    for (let i = 0; i < 60; i++) {
      actAtRandom(ann);
      actAtRandom(bob);
      if (i % 10 === 5) {
        proxy.cut();
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await agreed();
  });

  test('what is done while the network is away is seen at once, and kept when it is back', async () => {
    await meet();
    const walk = ann.add('Walk');
    await agreed();
    proxy.goAway();
    ann.edit(walk, { text: 'Walk far' });
    ann.move(ann.add('Feed'), null);
    bob.edit(walk, { due: '2026-12-24T00:00:00.000Z' });
    assert.deepEqual(ann.tasks.map(({ text }) => text), ['Feed', 'Walk far']);
    await until(() => ann.state !== 'open', 'it is noticed');
    proxy.comeBack();
    await agreed();
    assert.deepEqual(ann.tasks.map(({ text, due }) => `${text} ${due ?? ''}`), ['Feed ', 'Walk far 2026-12-24T00:00:00.000Z']);
  });

  test('each sees the other, and at which task', async () => {
    await meet();
    const walk = ann.add('Walk');
    await agreed();
    ann.at(walk, 'text');
    await until(() => bob.cursors.get('ann')?.taskId === walk, 'Bob sees where Ann is');
    ann.at(null);
    await until(() => bob.cursors.size === 0, 'she is there no more');
    await until(() => bob.here?.users.includes('ann'), 'she is here');
  });

  test('where no socket gets through it is a plan all the same', async () => {
    proxy.refusesSockets = true;
    await meet('sse');
    ann.check(ann.add('Walk'), true);
    bob.add('Feed');
    await agreed();
    assert.equal(bob.tasks.length, 2);
  });

  test('where streams are held back, too, it goes on by long poll', async () => {
    Object.assign(proxy, { refusesSockets: true, holdsStreams: true });
    await meet('poll');
    ann.add('Walk');
    bob.add('Feed');
    await agreed();
    assert.equal(bob.tasks.length, 2);
  });
});
