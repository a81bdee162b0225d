import { chat } from './petstore-live/petstore-live.js';
import { RoomList, showRoom } from './room-list.js';
import { places, signedIn } from './session.js';
import { byId, put } from './show.js';
import { Tabs } from './tabs.js';
import { Talk } from './talk.js';

const { auctions } = await places();
const user = await signedIn(auctions, 'agent');
const tabs = new Tabs(byId('tabs'), byId('talks'), (count) => {
  byId('nothing').hidden = count > 0;
  byId('put-away').hidden = count === 0;
});
byId('put-away').addEventListener('click', () => tabs.removeSelected());

function say(text) {
  byId('message').textContent = text;
  byId('message').dataset.kind = 'bad';
}

/** Opens a chat beside the others; returns it. */
function open(id) {
  if (tabs.has(id)) {
    tabs.select(id);
    return tabs.of(id).chat;
  }
  const live = chat(id, { url: auctions, token: user.fresh, user: user.name });
  const talk = new Talk(live, user);
  const tab = tabs.add(id, talk);
  live.addEventListener('change', () => {
    const { subject, customer } = live.room;
    tab.show(subject ?? customer ?? '…', live.unread);
  });
  for (const type of ['agent-assigned', 'closed', 'reopened']) {
    live.addEventListener(type, look);
  }
  return live;
}

async function take(id) {
  say('');
  try {
    await open(id).take();
  } catch (error) {
    say(error.message); // somebody else was quicker
  }
  look();
}

function listed(url, name, words, act, found) {
  const show = (part, room) => {
    showRoom(part, room);
    part('open').textContent = words;
    part('open').setAttribute('aria-label', `${words} ${room.subject ?? `the chat with ${room.customer}`}`);
    part('open').onclick = () => act(room.id);
  };
  return new RoomList(user, new URL(url, auctions), show, { list: byId(name), none: byId(`${name}-none`) }, found);
}

const queue = listed('v1/chats?queue=true', 'queue', 'Take', take, (rooms) => put(byId('queue-length'), rooms.length));
const own = listed('v1/chats', 'own', 'Open', open);

function look() {
  Promise.all([queue.look(), own.look()]).catch((error) => say(error.message));
}

look();
