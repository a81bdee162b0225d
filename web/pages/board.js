import { notifications } from './petstore-live/petstore-live.js';
import { places, signedIn } from './session.js';
import { byId, filled, keptFresh, money, put, showConnection, tell, whenOpen } from './show.js';

const { store } = await places();
const user = await signedIn(store);
const pets = new Map();
const cards = new Map();
const stock = new Map();
const news = byId('news');

const at = (path) => new URL(path, store);

function say(text) {
  byId('message').textContent = text;
}

function showPet(pet) {
  pets.set(pet.id, pet);
  if (!cards.has(pet.id)) {
    const card = filled('pet');
    card.part('adopt').addEventListener('click', () => adopt(pet.id));
    byId('pets').append(card.element);
    cards.set(pet.id, card);
  }
  const { part } = cards.get(pet.id);
  put(part('name'), pet.name);
  put(part('species'), pet.species);
  put(part('price'), money(pet.price, pet.currency));
  put(part('status'), pet.status.toLowerCase());
  part('status').dataset.kind = pet.status;
  part('adopt').hidden = pet.status !== 'AVAILABLE';
  part('adopt').setAttribute('aria-label', `Adopt ${pet.name}`);
}

async function adopt(id) {
  try {
    await user.ask(at(`v1/pets/${id}/adoption`), {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: '{}',
    });
  } catch (error) {
    say(error.message);
  }
}

/** A pet that is new to the board is asked for. */
async function change(petId, changes) {
  const known = pets.get(petId);
  showPet(known ? { ...known, ...changes } : await user.ask(at(`v1/pets/${petId}`)));
}

function showStock({ sku, stock: count }) {
  let figure = stock.get(sku);
  if (!figure) {
    const name = document.createElement('dt');
    name.textContent = sku;
    figure = document.createElement('dd');
    byId('stock').append(name, figure);
    stock.set(sku, figure);
  }
  put(figure, count);
}

async function load() {
  try {
    (await user.all(at('v1/pets'))).forEach(showPet);
    (await user.all(at('v1/inventory'))).forEach(showStock);
    await showUnread();
  } catch (error) {
    say(error.message);
  }
}

let asking;

/** Asked for once, however much comes together. */
function showUnread() {
  asking ??= new Promise((resolve) => setTimeout(resolve, 300)).then(async () => {
    asking = undefined;
    const { unread } = await user.ask(at('v1/notifications/read-position'));
    byId('unread').hidden = !unread;
    byId('unread').textContent = `${unread} unread`;
  });
  return asking.catch(() => {}); // the next event asks again
}

const nameOf = (petId) => pets.get(petId)?.name ?? 'a pet';

/** What each type of event says, and changes. */
const LINES = {
  'status-change': ({ petId, status }) => `${nameOf(petId)} is ${status.toLowerCase()}`,
  'price-change': ({ petId, price, currency }) => `${nameOf(petId)} costs ${money(price, currency)}`,
  adoption: ({ petName, userId }) => `${petName} was adopted by ${userId === user.name ? 'you' : userId}`,
  inventory: ({ sku, stock: count }) => `${sku}: ${count} in stock`,
  order: ({ status }) => `Your order is ${status.toLowerCase()}`,
  outbid: ({ title, amount, currency }) => `You were outbid on ${title}: ${money(amount, currency)}`,
  'auction-opened': ({ title }) => `The auction is open: ${title}`,
  'auction-ending-soon': ({ title }) => `The auction ends soon: ${title}`,
  'auction-won': ({ title }) => `You have won: ${title}`,
  'auction-end': ({ title }) => `The auction is over: ${title}`,
  notification: ({ title, body }) => [title, body].filter(Boolean).join(': '),
};
const CHANGES = {
  'status-change': ({ petId, status }) => change(petId, { status }),
  'price-change': ({ petId, price }) => change(petId, { price }),
  inventory: showStock,
};

const live = notifications({ url: store, token: user.fresh, user: user.name });
showConnection(live, byId('connection'));

const board = keptFresh(live, load);

for (const [type, line] of Object.entries(LINES)) {
  live.addEventListener(type, async ({ detail }) => {
    await board.done;
    try {
      await CHANGES[type]?.(detail);
    } catch (error) {
      say(error.message);
    }
    tell(news, line(detail));
    showUnread();
  });
}

byId('read').addEventListener('click', async () => {
  try {
    await whenOpen(live); // before that nobody knows how far it is
    await user.ask(at('v1/notifications/read-position'), {
      method: 'PUT',
      body: JSON.stringify({ position: live.position }),
    });
    await showUnread();
  } catch (error) {
    say(error.message);
  }
});
