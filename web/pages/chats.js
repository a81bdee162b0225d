import { chat } from './petstore-live/petstore-live.js';
import { RoomList, showRoom } from './room-list.js';
import { places, signedIn } from './session.js';
import { byId } from './show.js';
import { Talk } from './talk.js';

const { auctions } = await places();
const user = await signedIn(auctions);
const query = new URLSearchParams(location.search);
const id = query.get('id');
const pet = query.get('pet');

function say(text) {
  byId('message').textContent = text;
  byId('message').dataset.kind = 'bad';
}

function addressOf(room) {
  return `chat.html?id=${encodeURIComponent(room)}`;
}

/** The same form sent again asks for the same chat; another one, or one that was refused, does not. */
let sent = {};

async function open(form) {
  const about = pet ? { about: { kind: 'pet', id: pet } } : {};
  const body = JSON.stringify({ subject: form.get('subject'), text: form.get('text'), ...about });
  if (sent.body !== body) {
    sent = { body, key: crypto.randomUUID() };
  }
  try {
    const room = await user.ask(new URL('v1/chats', auctions), {
      method: 'POST',
      headers: { 'Idempotency-Key': sent.key },
      body,
    });
    location.assign(addressOf(room.id));
  } catch (error) {
    if (error.status >= 400 && error.status < 500) {
      sent = {};
    }
    say(error.message);
  }
}

if (id) {
  const live = chat(id, { url: auctions, token: user.fresh, user: user.name });
  const talk = new Talk(live, user);
  byId('talk').append(talk.element);
  talk.show();
  live.addEventListener('change', () => {
    document.title = `${live.room.subject ?? 'A chat'}: Petstore Live`;
  });
} else {
  byId('open').hidden = false;
  byId('about').hidden = !pet;
  byId('about').textContent = pet ? `About the pet ${pet}.` : '';
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    open(new FormData(event.target));
  });
}

const rooms = new RoomList(
  user,
  new URL('v1/chats', auctions),
  (part, room) => {
    showRoom(part, room);
    part('link').href = addressOf(room.id);
    part('link').setAttribute('aria-current', room.id === id);
  },
  { list: byId('rooms'), none: byId('none') },
);
rooms.look().catch((error) => say(error.message));
