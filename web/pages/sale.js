import { notifications } from './petstore-live/petstore-live.js';
import { Purchases } from './purchases.js';
import { ServerClock } from './server-clock.js';
import { places, signedIn } from './session.js';
import { byId, filled, keptFresh, money, put, showConnection, showCountdown, tell, tellEarlier } from './show.js';

const WORDS = { SCHEDULED: 'opens soon', OPEN: 'open', ENDED: 'ended' };

const { store } = await places();
const user = await signedIn(store);
const clock = new ServerClock();
const cards = new Map();
const bought = byId('bought');
const listed = new Set();

const at = (path) => new URL(path, store);
const seqOf = (position) => Number.parseInt(position, 10) || 0;

let id = new URLSearchParams(location.search).get('id');
let state = {};
let purchases;

/** What is left of each article, and up to which position that is known. */
const left = new Map();

function say(text, kind = '', element = byId('message')) {
  element.textContent = text;
  element.dataset.kind = kind;
}

/** The sale that was asked for; else one that is open, or will be. */
async function find() {
  if (id) {
    return user.ask(at(`v1/sales/${encodeURIComponent(id)}`));
  }
  const sales = await user.all(at('v1/sales'));
  const first = ['OPEN', 'SCHEDULED'].map((status) => sales.find((each) => each.status === status)).find(Boolean);
  id = first?.id;
  return first;
}

async function load() {
  try {
    const found = await find();
    byId('none').hidden = Boolean(found);
    if (found) {
      purchases ??= new Purchases(user, at(`v1/sales/${encodeURIComponent(id)}/purchases`));
      show(found);
      removeOthers(found.skus);
      found.skus.forEach((article) => showArticle(article, found.position));
      await showBought();
    }
  } catch (error) {
    say(error.message, 'bad');
  }
}

function show(changes) {
  state = { ...state, ...changes };
  put(byId('title'), state.title);
  document.title = `${state.title}: Petstore Live`;
  put(byId('status'), WORDS[state.status]);
  byId('status').dataset.kind = state.status === 'ENDED' ? 'closed' : state.status;
  cards.forEach((card, sku) => showButton(sku));
  tick();
}

function removeOthers(articles) {
  for (const [sku, { element }] of cards) {
    if (!articles.some((each) => each.sku === sku)) {
      element.remove();
      cards.delete(sku);
      left.delete(sku);
    }
  }
}

function showArticle({ sku, price, currency, stock, remaining, perBuyer }, position) {
  if (!cards.has(sku)) {
    addCard(sku);
  }
  const { part } = cards.get(sku);
  put(part('price'), money(price, currency));
  put(part('limit'), perBuyer ? `at most ${perBuyer} each` : '');
  put(part('of'), `of ${stock} left`);
  part('buy').elements.quantity.max = perBuyer ?? 1000;
  showLeft(sku, remaining, position);
}

/** What is older than what is shown is passed over: a receipt may overtake the news. */
function showLeft(sku, remaining, position) {
  const seq = seqOf(position);
  if (!cards.has(sku) || seq < (left.get(sku)?.seq ?? 0)) {
    return;
  }
  left.set(sku, { remaining, seq });
  put(cards.get(sku).part('remaining'), remaining);
  showButton(sku);
}

function showButton(sku) {
  const { part, busy } = cards.get(sku);
  const button = part('buy').querySelector('button');
  const isGone = left.get(sku)?.remaining === 0;
  button.disabled = busy || isGone || state.status !== 'OPEN';
  button.textContent = isGone ? 'Sold out' : 'Buy';
}

function addCard(sku) {
  const { element, part } = filled('article');
  cards.set(sku, { element, part, busy: false });
  put(part('sku'), sku);
  part('buy').addEventListener('submit', (event) => {
    event.preventDefault();
    settle(sku, purchases.buy(sku, Number(part('buy').elements.quantity.value)));
  });
  byId('articles').append(element);
  const unanswered = purchases.again(sku);
  if (unanswered) {
    settle(sku, unanswered);
  }
}

/** Tells what becomes of a purchase; until that is known there is no other. */
async function settle(sku, asked) {
  const card = cards.get(sku);
  const outcome = card.part('outcome');
  card.busy = true;
  showButton(sku);
  say('…', '', outcome);
  try {
    const receipt = await asked;
    showLeft(sku, receipt.remaining, receipt.position);
    say(`Yours: ${receipt.quantity} for ${money(receipt.amount, receipt.currency)}.`, 'good', outcome);
  } catch (error) {
    say(error.message, 'bad', outcome);
  } finally {
    card.busy = false;
    showButton(sku);
  }
}

const lineOf = ({ quantity, sku, amount, currency }) => `${quantity} × ${sku}: ${money(amount, currency)}`;

async function showBought() {
  const mine = await user.all(at(`v1/sales/${encodeURIComponent(id)}/purchases`));
  for (const purchase of mine.toReversed().filter((each) => each.userId === user.name)) {
    if (!listed.has(purchase.purchaseId)) {
      listed.add(purchase.purchaseId);
      tellEarlier(bought, lineOf(purchase), purchase.at);
    }
  }
}

function tick() {
  const moment = { SCHEDULED: state.opensAt, OPEN: state.endsAt }[state.status];
  showCountdown(byId('countdown'), moment, clock);
}

const live = notifications({ url: store, token: user.fresh, user: user.name });
showConnection(live, byId('connection'));

live.addEventListener('reset', () => left.clear()); // numbers may begin anew
const sale = keptFresh(live, load);

function on(type, listener) {
  live.addEventListener(type, async ({ detail }) => {
    const { position } = live; // of this event; there may be others by the time it is read
    await sale.done;
    listener(detail, position);
  });
}

on('inventory', ({ sku, stock }, position) => {
  if (state.status !== 'SCHEDULED') { // before it opens that is not its stock
    showLeft(sku, stock, position);
  }
});
on('sale', ({ saleId, title, status, opensAt, endsAt }) => {
  if (saleId === id) {
    const isOther = state.status === 'SCHEDULED' && (status === 'SCHEDULED' || opensAt !== state.opensAt);
    show({ title, status, opensAt, endsAt });
    if (isOther) {
      sale.reload(); // articles and prices may be others, too
    }
  } else if (!id) {
    sale.reload();
  }
});
on('purchase', (purchase) => {
  if (purchase.saleId === id && !listed.has(purchase.purchaseId)) {
    listed.add(purchase.purchaseId);
    tell(bought, lineOf(purchase), purchase.at);
  }
});

setInterval(tick, 500);
await clock.set(at('health/live'));
