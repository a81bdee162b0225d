import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { auction } from '../../src/petstore-live.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { AUCTIONS, bid, bidLog, openAuction, SKIPPED, tokenOf, until } from '../support/shop.js';

describe('a live auction', { skip: SKIPPED }, () => {
  let proxy;
  let id;
  let room;
  let amounts;

  before(async () => {
    proxy = await FaultProxy.before(AUCTIONS);
  });
  after(() => {
    room?.close();
    proxy.close();
  });
  beforeEach(async () => {
    room?.close();
    proxy.comeBack();
    Object.assign(proxy, { refusesSockets: false, holdsStreams: false });
    id = await openAuction();
  });

  /** Ann joins, and notes the amounts of all bids. */
  async function join(transport = 'websocket') {
    amounts = [];
    room = auction(id, { url: proxy.url, token: tokenOf('ann') });
    room.addEventListener('bid', ({ detail }) => amounts.push(detail.amount));
    await until(() => room.state === 'open' && room.transport === transport, `live by ${transport}`, 60);
  }

  const heard = (...wanted) => until(() => amounts.length >= wanted.length, `bids ${wanted}`).then(() => assert.deepEqual(amounts, wanted));

  test('bids are heard, and a bid that is too low is refused with what it takes', async () => {
    await join();
    const receipt = await room.bid(5);
    assert.equal(receipt.leading, true);
    await bid(id, 'bob', 7);
    await heard(5, 7);
    await assert.rejects(room.bid(6), (error) => error.code === 'too-low' && error.problem.minimumBid === 8);
  });

  test('what happened while the network was away is heard once and in order', async () => {
    await join();
    await bid(id, 'bob', 2);
    proxy.goAway();
    await bid(id, 'eve', 3);
    await bid(id, 'bob', 4);
    await until(() => room.state !== 'open', 'it is noticed');
    proxy.comeBack();
    await bid(id, 'eve', 5);
    await heard(2, 3, 4, 5);
  });

  test('a bid whose answer was lost is said again, and is one bid', async () => {
    await join();
    for (let amount = 1; amount <= 10; amount++) {
      const accepted = room.bid(2 * amount);
      setTimeout(() => proxy.cut(), 3 * amount);
      assert.equal((await accepted).amount, 2 * amount);
      await bid(id, 'bob', 2 * amount + 1);
    }
    const log = (await bidLog(id)).map(({ amount }) => amount);
    assert.deepEqual(log, Array.from({ length: 20 }, (_, i) => i + 2));
    await heard(...log);
  });

  test('where no socket gets through it goes on over a stream, and bids go by HTTP', async () => {
    proxy.refusesSockets = true;
    const began = performance.now();
    await join('sse');
    assert.ok(performance.now() - began < 5_000);
    await room.bid(5);
    await bid(id, 'bob', 6);
    await heard(5, 6);
    proxy.refusesSockets = false;
    await until(() => room.transport === 'websocket', 'back on the socket', 60);
    await bid(id, 'eve', 7);
    await heard(5, 6, 7);
  });

  test('where streams are held back, too, it goes on by long poll', async () => {
    Object.assign(proxy, { refusesSockets: true, holdsStreams: true });
    await join('poll');
    await room.bid(5);
    await bid(id, 'bob', 6);
    await heard(5, 6);
  });

  test('it ends with the auction', async () => {
    await join();
    const buyer = auction(id, { url: proxy.url, token: tokenOf('bob') });
    let ended;
    room.addEventListener('auction-end', ({ detail }) => {
      ended = detail.status;
    });
    await fetch(`${AUCTIONS}/v1/auctions/${id}/close`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await tokenOf('an-admin', ['admin'])()}` },
    });
    await until(() => room.state === 'closed' && buyer.state === 'closed', 'both are closed');
    assert.equal(ended, 'UNSOLD');
  });
});
