import { randomUUID } from 'node:crypto';

/**
 * The services that the tests run against, and what else happens there. Addresses come from the
 * environment; without them these tests are skipped.
 */
export const STORE = process.env.PETSTORE_STORE;
export const AUCTIONS = process.env.PETSTORE_AUCTIONS;
export const SKIPPED = STORE && AUCTIONS ? false : 'PETSTORE_STORE and PETSTORE_AUCTIONS name no services';

/** Brings tokens for somebody. */
export function tokenOf(user, roles = ['user'], ttlSeconds = 600) {
  return async () => (await post(`${STORE}/v1/dev/tokens`, { user, roles, ttlSeconds })).token;
}

/** A new auction, and its id. */
export async function openAuction() {
  const auction = await post(
    `${AUCTIONS}/v1/auctions`,
    {
      petId: `pet-${randomUUID().slice(0, 8)}`,
      title: 'An auction',
      startingPrice: 1,
      increment: 1,
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
    await tokenOf('a-seller', ['seller'])(),
  );
  return auction.id;
}

/** Somebody bids; resolves when it is accepted. */
export async function bid(auction, user, amount) {
  await post(`${AUCTIONS}/v1/auctions/${auction}/bids`, { amount }, await tokenOf(user)());
}

/** All accepted bids. */
export async function bidLog(auction) {
  const token = await tokenOf('a-reader')();
  const response = await fetch(`${AUCTIONS}/v1/auctions/${auction}/bids?limit=1000`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await response.json()).items;
}

/** A new chat of that customer, who says something, and its id. */
export async function openChat(customer, text) {
  return (await post(`${AUCTIONS}/v1/chats`, { subject: 'A question', text }, await tokenOf(customer)())).id;
}

/** A new care plan, and the id of its pet. */
export async function beginPlan(owner, ...members) {
  const pet = `pet-${randomUUID().slice(0, 8)}`;
  await send('PUT', `${AUCTIONS}/v1/care/${pet}`, { title: 'Care', members }, await tokenOf(owner)());
  return pet;
}

/** A care plan as the service has it. */
export async function planOf(pet, user) {
  const response = await fetch(`${AUCTIONS}/v1/care/${pet}`, {
    headers: { Authorization: `Bearer ${await tokenOf(user)()}` },
  });
  return response.json();
}

/** Publishes notifications for all; resolves when they are durable. */
export async function publish(...titles) {
  const events = titles.map((title) => ({ type: 'notification', data: { title, body: '' } }));
  await post(`${STORE}/v1/notifications`, events, await tokenOf('a-publisher', ['publisher'])());
}

function post(url, body, token) {
  return send('POST', url, body, token);
}

async function send(method, url, body, token) {
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** Waits until something holds. */
export async function until(condition, what, seconds = 20) {
  const end = Date.now() + 1000 * seconds;
  while (!condition()) {
    if (Date.now() > end) {
      throw new Error(`not within ${seconds} s: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
