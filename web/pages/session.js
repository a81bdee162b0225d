/**
 * Who is signed in at this tab, for development: a name asked for once, and tokens of
 * `POST /v1/dev/tokens`, which a real shop has switched off.
 */
const LIFETIME_SECONDS = 900;
const RENEWED_BEFORE_SECONDS = 60;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** Where the services are. */
export async function places() {
  const response = await fetch('services.json');
  const { store, auctions } = await response.json();
  return { store: new URL(store, location.href), auctions: new URL(auctions, location.href) };
}

/** Somebody who is signed in: `name`, and `token()`, a token that is good for a while. */
export class User {
  #issuer;
  #token;
  #renewAt = 0;

  constructor(name, issuer) {
    this.name = name;
    this.#issuer = issuer;
  }

  /** For a client library: asked again when the last is no good any more. */
  fresh = async () => {
    const response = await fetch(new URL('v1/dev/tokens', this.#issuer), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: this.name, roles: ['user'], ttlSeconds: LIFETIME_SECONDS }),
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
      throw new Error(body.detail ?? `The server answered ${response.status}.`);
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
 * Whoever is signed in; asks for a name the first time.
 *
 * @param issuer the service that gives out tokens
 */
export async function signedIn(issuer) {
  const given = new URLSearchParams(location.search).get('user') ?? sessionStorage.getItem('user');
  const name = given && NAME.test(given) ? given : await askForName();
  sessionStorage.setItem('user', name);
  document.getElementById('who').textContent = name;
  document.getElementById('sign-out').hidden = false;
  document.getElementById('sign-out').addEventListener('click', signOut);
  return new User(name, issuer);
}

const SIGN_IN = `
<dialog id="sign-in" aria-labelledby="sign-in-title">
  <form method="dialog">
    <h2 id="sign-in-title">Sign in</h2>
    <p class="quiet">For development: any name will do, and it is believed.</p>
    <label>Your name <input name="name" required pattern="[A-Za-z0-9._\\-]{1,64}" autocomplete="username" autofocus></label>
    <button type="submit">Sign in</button>
  </form>
</dialog>`;

function askForName() {
  document.body.insertAdjacentHTML('beforeend', SIGN_IN);
  const dialog = document.getElementById('sign-in');
  const form = dialog.querySelector('form');
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    form.addEventListener('submit', () => resolve(new FormData(form).get('name')), { once: true });
  });
}

function signOut() {
  sessionStorage.removeItem('user');
  const url = new URL(location.href);
  url.searchParams.delete('user');
  location.replace(url);
}
