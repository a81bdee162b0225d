import { showUser } from './bar.js';

/**
 * Who is signed in at this tab, for development: a name and a role asked for once, and tokens of
 * `POST /v1/dev/tokens`, which a real shop has switched off.
 */
const LIFETIME_SECONDS = 900;
const RENEWED_BEFORE_SECONDS = 60;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** What the services know the roles of people by. */
const GROUPS = { customer: ['user'], agent: ['user', 'support'] };

/** Where the services are. */
export async function places() {
  const response = await fetch('services.json');
  const { store, auctions } = await response.json();
  return { store: new URL(store, location.href), auctions: new URL(auctions, location.href) };
}

/** Somebody who is signed in: `name`, `role`, and `token()`, a token that is good for a while. */
export class User {
  #issuer;
  #token;
  #renewAt = 0;

  constructor({ name, role }, issuer) {
    this.name = name;
    this.role = role;
    this.#issuer = issuer;
  }

  /** For a client library: asked again when the last is no good any more. */
  fresh = async () => {
    const response = await fetch(new URL('v1/dev/tokens', this.#issuer), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: this.name, roles: GROUPS[this.role], ttlSeconds: LIFETIME_SECONDS }),
    });
    if (!response.ok) {
      throw new Error(`No token to be had (${response.status}).`);
    }
    this.#token = (await response.json()).token;
    this.#renewAt = Date.now() + 1000 * (LIFETIME_SECONDS - RENEWED_BEFORE_SECONDS);
    return this.#token;
  };

  token() {
    return Date.now() < this.#renewAt ? this.#token : this.fresh();
  }

  /** JSON from a service, or an error with what went wrong for people. */
  async ask(url, options = {}) {
    const response = await fetch(url, {
      ...options,
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${await this.token()}`,
        ...options.headers,
      },
    });
    const body = await response.json().catch(() => ({}));
    if (!response.ok) {
      const error = new Error(body.detail ?? `The server answered ${response.status}.`);
      throw Object.assign(error, { status: response.status });
    }
    return body;
  }

  /** All items of a list that comes in pages. */
  async all(url) {
    const items = [];
    let next;
    do {
      const page = new URL(url);
      page.searchParams.set('limit', '200');
      if (next) {
        page.searchParams.set('cursor', next);
      }
      const answer = await this.ask(page);
      items.push(...answer.items);
      next = answer.next;
    } while (next);
    return items;
  }
}

/**
 * Whoever is signed in; asks for a name and a role the first time.
 *
 * @param issuer the service that gives out tokens
 * @param {'customer' | 'agent'} [needed] for pages that are for nobody else
 */
export async function signedIn(issuer, needed) {
  const known = { ...kept(), ...given() };
  const isEnough = NAME.test(known.name ?? '') && known.role in GROUPS && (!needed || known.role === needed);
  const who = isEnough ? known : await askWho(known, needed);
  sessionStorage.setItem('user', who.name);
  sessionStorage.setItem('role', who.role);
  showUser(who.name, who.role, signOut);
  return new User(who, issuer);
}

function kept() {
  return { name: sessionStorage.getItem('user') ?? undefined, role: sessionStorage.getItem('role') ?? 'customer' };
}

/** In the address, for those who write tests. */
function given() {
  const query = new URLSearchParams(location.search);
  const who = { name: query.get('user'), role: query.get('role') };
  return Object.fromEntries(Object.entries(who).filter(([, value]) => value));
}

const SIGN_IN = `
<dialog id="sign-in" aria-labelledby="sign-in-title">
  <form method="dialog">
    <h2 id="sign-in-title">Sign in</h2>
    <p class="quiet">For development: any name will do, and it is believed.</p>
    <label>Your name <input name="name" required pattern="[A-Za-z0-9._\\-]{1,64}" autocomplete="username" autofocus></label>
    <fieldset class="row">
      <legend>You are</legend>
      <label class="choice"><input type="radio" name="role" value="customer" required> a customer</label>
      <label class="choice"><input type="radio" name="role" value="agent"> an agent</label>
    </fieldset>
    <button type="submit">Sign in</button>
  </form>
</dialog>`;

function askWho({ name = '', role = 'customer' }, needed) {
  document.body.insertAdjacentHTML('beforeend', SIGN_IN);
  const dialog = document.getElementById('sign-in');
  const form = dialog.querySelector('form');
  form.elements.name.value = name;
  form.elements.role.value = needed ?? role;
  form.querySelector('fieldset').hidden = Boolean(needed);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    form.addEventListener('submit', () => resolve(Object.fromEntries(new FormData(form))), { once: true });
  });
}

function signOut() {
  sessionStorage.clear(); // and what was written and is not accepted
  const url = new URL(location.href);
  url.searchParams.delete('user');
  url.searchParams.delete('role');
  url.hash = ''; // with one it would stay on this page
  location.replace(url);
}
