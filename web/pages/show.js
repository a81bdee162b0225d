/** Small things that all pages need. */

export const byId = (id) => document.getElementById(id);

/** A copy of a template's content, and its parts by what they are. */
export function filled(template) {
  const element = byId(template).content.cloneNode(true).firstElementChild;
  return { element, part: (is) => element.querySelector(`[data-is=${is}]`) };
}

export function money(amount, currency) {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount);
}

/** Puts text where it belongs, and lets it glow if it is new. */
export function put(element, text) {
  if (element.textContent === String(text)) {
    return;
  }
  const first = element.textContent === '';
  element.textContent = text;
  if (!first) {
    element.classList.remove('changed');
    void element.offsetWidth; // so that the animation begins again
    element.classList.add('changed');
  }
}

const WORDS = {
  connecting: 'connecting …',
  waiting: 'interrupted, comes back by itself',
  offline: 'no network',
  closed: 'ended',
};
const WAYS = { websocket: 'WebSocket', sse: 'event stream', poll: 'long poll' };

/** Shows how a live connection is, and over which way. */
export function showConnection(live, element) {
  const show = ({ state, transport }) => {
    element.hidden = false;
    element.dataset.kind = state;
    element.dataset.transport = transport ?? '';
    element.textContent = state === 'open' ? `live · ${WAYS[transport]}` : WORDS[state];
  };
  live.addEventListener('state', ({ detail }) => show(detail));
  show(live);
}

/** Resolves when a live connection is open for the first time. */
export function whenOpen(live) {
  return new Promise((resolve) => {
    const look = () => live.state === 'open' && resolve();
    live.addEventListener('state', look);
    look();
  });
}

/**
 * What a page reads at first, and again when something may have been missed: after the connection
 * is open for the first time, and after a `reset`. What comes meanwhile waits for `done`, and is
 * applied to what was read.
 */
export function keptFresh(live, load) {
  let done = load();
  const reload = () => {
    done = load();
  };
  live.addEventListener('reset', reload);
  whenOpen(live).then(reload);
  return {
    reload,
    get done() {
      return done;
    },
  };
}

const MOST_LINES = 100;

/** Adds a line to a feed, the newest on top, and keeps it short. */
export function tell(feed, text, at = Date.now()) {
  feed.prepend(line(text, at));
  while (feed.children.length > MOST_LINES) {
    feed.lastElementChild.remove();
  }
}

/** Adds a line below all others, while there is room. */
export function tellEarlier(feed, text, at) {
  if (feed.children.length < MOST_LINES) {
    feed.append(line(text, at));
  }
}

function line(text, at) {
  const element = document.createElement('li');
  const time = document.createElement('time');
  time.className = 'small quiet';
  time.textContent = new Date(at).toLocaleTimeString();
  element.append(time, ' ', text);
  return element;
}

const SOON_SECONDS = 60;

/** Shows how long it is until a moment by that clock, in hours, minutes and seconds; or nothing. */
export function showCountdown(element, moment, clock) {
  const seconds = Math.max(0, Math.ceil((new Date(moment) - clock.now()) / 1000));
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  element.textContent = moment ? text : '';
  element.toggleAttribute('data-soon', Boolean(moment) && seconds <= SOON_SECONDS);
}
