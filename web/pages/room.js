import { PriceChart } from './chart.js';
import { auction, Refused } from './petstore-live/petstore-live.js';
import { showPeople } from './people.js';
import { ServerClock } from './server-clock.js';
import { places, signedIn } from './session.js';
import { byId, money, put, showConnection, showCountdown, tell, tellEarlier } from './show.js';

const HISTORY = 200;

const { auctions } = await places();
const user = await signedIn(auctions);
const id = new URLSearchParams(location.search).get('id');
const room = auction(id, { url: auctions, token: user.fresh });
const clock = new ServerClock();
const chart = new PriceChart(byId('chart'), byId('chart-from'), byId('chart-most'));
const log = byId('log');

/** The names under which this user is shown: in some auctions bidders are anonymous. */
const own = new Set([user.name]);
let state = {};

showConnection(room, byId('connection'));

const amountOf = (amount) => money(amount, state.currency);
const isOwn = (name) => own.has(name);
const lineOf = ({ userId, amount }) => `${isOwn(userId) ? 'You bid' : `${userId} bids`} ${amountOf(amount)}`;

function show(changes) {
  state = { ...state, ...changes };
  put(byId('title'), state.title);
  document.title = `${state.title}: Petstore Live`;
  put(byId('status'), state.status.toLowerCase());
  byId('status').dataset.kind = state.status;
  put(byId('price'), amountOf(state.price));
  put(byId('leader'), isOwn(state.highBidder) ? 'you' : (state.highBidder ?? 'nobody yet'));
  put(byId('bids'), state.bids);
  put(byId('terms'), { true: 'the reserve is met', false: 'the reserve is not met yet' }[state.reserveMet] ?? '');
  byId('amount').placeholder = state.minimumBid;
  for (const control of byId('bid').elements) {
    control.disabled = state.status !== 'OPEN';
  }
  byId('buy-now').hidden = !state.buyNowPrice;
  byId('buy-now').textContent = state.buyNowPrice ? `Buy now for ${amountOf(state.buyNowPrice)}` : '';
}

function say(text, kind = '') {
  byId('message').textContent = text;
  byId('message').dataset.kind = kind;
}

const on = (type, listener) => room.addEventListener(type, ({ detail }) => listener(detail));

on('snapshot', ({ auction: seen }) => {
  show(seen);
  put(byId('watchers'), seen.watchers);
  tick();
  log.replaceChildren();
  chart.begin();
  showHistory(seen).catch((error) => say(error.message, 'bad'));
});
on('bid', ({ userId, amount, minimumBid, endsAt, at }) => {
  show({ price: amount, highBidder: userId, minimumBid, endsAt, bids: state.bids + 1 });
  chart.add(amount, at);
  tell(log, lineOf({ userId, amount }), at);
});
on('bid-sealed', ({ userId, amount, at }) => tell(log, `Your sealed bid: ${amountOf(amount)} (${userId})`, at));
on('bids-counted', ({ bids }) => show({ bids }));
on('bid-opened', ({ userId, amount, at }) => tell(log, `${userId} had bid ${amountOf(amount)}`, at));
on('price-dropped', ({ price, at }) => {
  show({ price, minimumBid: price });
  chart.add(price, at);
  tell(log, `The price falls to ${amountOf(price)}`, at);
});
on('auction-opened', ({ endsAt, at }) => {
  show({ status: 'OPEN', endsAt });
  tell(log, 'The auction is open', at);
});
on('extended', ({ endsAt, at }) => {
  show({ endsAt });
  tell(log, 'A late bid: there is more time', at);
});
on('ending-soon', ({ at }) => tell(log, 'It ends soon', at));
on('reserve-met', ({ at }) => {
  show({ reserveMet: true });
  tell(log, 'The reserve is met', at);
});
on('maximum', ({ max }) => say(`The house bids for you up to ${amountOf(max)}.`, 'good'));
on('outbid', ({ newAmount }) => say(`You were outbid: ${amountOf(newAmount)}`, 'bad'));
on('auction-end', ({ status, winner, amount, at }) => {
  show({ status, price: amount ?? state.price });
  const won = isOwn(winner);
  tell(log, winner ? `${won ? 'You have' : `${winner} has`} won` : 'It ended without a sale', at);
  say(won ? 'It is yours.' : 'The auction has ended.', won ? 'good' : '');
});

/** The newest bids up to that state; what came since is above them. */
async function showHistory({ position, price, opensAt }) {
  const seq = Number.parseInt(position, 10);
  const bids = new URL(`v1/auctions/${encodeURIComponent(id)}/bids`, auctions);
  bids.searchParams.set('after', Math.max(0, seq - HISTORY));
  bids.searchParams.set('limit', HISTORY);
  const { items } = await user.ask(bids);
  const before = items.filter((bid) => Number.parseInt(bid.position, 10) <= seq);
  for (const bid of before.toReversed()) {
    tellEarlier(log, lineOf(bid), bid.at);
    chart.addEarlier(bid.amount, bid.at);
  }
  if (before.length === 0) {
    chart.addEarlier(price, opensAt);
  }
}

/** Makes an offer and tells what became of it. */
async function offer(make, done) {
  say('…');
  try {
    const { userId, leading } = await make();
    own.add(userId ?? user.name);
    show({});
    if (leading === false) {
      say('Somebody else has bid more: you do not lead.', 'bad');
    } else {
      say(done, 'good');
    }
  } catch (error) {
    const least = error instanceof Refused && error.problem.minimumBid;
    say(least ? `It takes ${amountOf(least)} or more.` : error.message, 'bad');
  }
}

byId('bid').addEventListener('submit', async (event) => {
  event.preventDefault();
  const amount = Number(byId('amount').value);
  byId('amount').value = '';
  if (event.submitter?.name === 'proxy') {
    await offer(() => room.bidUpTo(amount), `The house bids for you up to ${amountOf(amount)}.`);
  } else {
    await offer(() => room.bid(amount), 'Your bid stands.');
  }
});
byId('buy-now').addEventListener('click', () => offer(() => room.buyNow(), 'It is yours.'));

function tick() {
  showCountdown(byId('countdown'), state.status === 'OPEN' ? state.endsAt : undefined, clock);
  chart.draw(clock.now());
}

on('here', (here) => {
  put(byId('watchers'), here.count);
  showPeople(here, byId('here'), isOwn);
});
on('state', ({ state: now, reason }) => {
  if (now === 'closed' && !state.status) {
    say(reason, 'bad'); // there is no such auction
  }
});
setInterval(tick, 500);
await clock.set(new URL('health/live', auctions));
