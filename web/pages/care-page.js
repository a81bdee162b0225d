import { KeyedList } from './keyed-list.js';
import { care } from './petstore-live/petstore-live.js';
import { showPeople } from './people.js';
import { places, signedIn } from './session.js';
import { byId, filled, put, showConnection } from './show.js';
import { makeSortable } from './sortable.js';
import { TaskLine } from './task-line.js';

const NOT_FOUND = 404;

const { store, auctions } = await places();
const user = await signedIn(auctions);
const pet = new URLSearchParams(location.search).get('pet');
const plan = new URL(`v1/care/${encodeURIComponent(pet)}`, auctions);

function say(text) {
  byId('message').textContent = text;
  byId('message').dataset.kind = 'bad';
}

/** A form for the title and the members, filled in. */
function heading(title, members, saved) {
  const { element } = filled('heading');
  element.elements.title.value = title;
  element.elements.members.value = members.join(' ');
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    say('');
    const names = element.elements.members.value.split(/[\s,]+/).filter(Boolean);
    try {
      const body = JSON.stringify({ title: element.elements.title.value, members: names });
      await user.ask(plan, { method: 'PUT', headers: { 'Idempotency-Key': crypto.randomUUID() }, body });
      saved();
    } catch (error) {
      say(error.message);
    }
  });
  return element;
}

async function choose() {
  byId('choose').hidden = false;
  for (const { id, name } of await user.all(new URL('v1/pets', store))) {
    const { element, part } = filled('pet');
    part('link').textContent = name;
    part('link').href = `care.html?pet=${encodeURIComponent(id)}`;
    byId('pets').append(element);
  }
}

function begin() {
  byId('begin').hidden = false;
  byId('begin').append(heading('Care', [], () => location.reload()));
}

function work() {
  const live = care(pet, { url: auctions, token: user.fresh, user: user.name });
  const tasks = new KeyedList(byId('tasks'), (id) => new TaskLine(live, id));
  showConnection(live, byId('connection'));
  byId('plan').hidden = false;

  const at = (cursors, id) => [...cursors].filter(([, { taskId }]) => taskId === id);
  const show = () => {
    const { tasks: now, unaccepted, here, cursors } = live;
    const { title = '', owner, members = [] } = live.plan;
    document.title = `${title}: Petstore Live`;
    put(byId('title'), title);
    put(byId('keepers'), [owner, ...members].filter(Boolean).join(', '));
    put(byId('unaccepted'), unaccepted > 0 ? `${unaccepted} to be saved …` : '');
    byId('none').hidden = now.length > 0;
    byId('change').hidden = owner !== user.name;
    if (here) {
      showPeople(here, byId('here'), (name) => name === user.name);
    }
    const keepers = [owner, ...members];
    tasks.show(now.map((task) => [task.id, { task, keepers, cursors: at(cursors, task.id) }]));
  };

  live.addEventListener('change', show);
  live.addEventListener('refused-action', ({ detail }) => say(detail.error.message));
  live.addEventListener('state', ({ detail }) => detail.state === 'closed' && say(detail.reason));
  byId('add').addEventListener('submit', (event) => {
    event.preventDefault();
    live.add(event.target.elements.text.value);
    event.target.reset();
  });
  byId('change').addEventListener('toggle', ({ target }) => {
    if (target.open) {
      target.querySelector('form')?.remove();
      target.append(heading(live.plan.title, live.plan.members, () => { target.open = false; }));
    }
  });
  makeSortable(byId('tasks'), (id, after, text) => {
    live.move(id, after);
    byId('moved').textContent = text;
  });
}

/** Whether there is a plan, and it may be seen; without a network that is found out later. */
async function look() {
  try {
    await user.ask(plan);
    return true;
  } catch (error) {
    if (error.status === NOT_FOUND) {
      begin();
    } else if (error.status) {
      say(error.message);
    }
    return !error.status;
  }
}

if (!pet) {
  await choose().catch((error) => say(error.message));
} else if (await look()) {
  work();
}
