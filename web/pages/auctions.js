import { places, signedIn } from './session.js';
import { byId, filled, money } from './show.js';

const { auctions } = await places();
const user = await signedIn(auctions);

function show(auction) {
  const { element, part } = filled('auction');
  part('title').textContent = auction.title;
  part('title').href = `auction.html?id=${encodeURIComponent(auction.id)}`;
  part('price').textContent = money(auction.price, auction.currency);
  part('status').textContent = auction.status.toLowerCase();
  part('status').dataset.kind = auction.status;
  part('ends').textContent = `ends ${new Date(auction.endsAt).toLocaleString()}`;
  byId('auctions').append(element);
}

const items = await user.all(new URL('v1/auctions', auctions));
items.forEach(show);
byId('none').hidden = items.length > 0;
