/** The top of all pages: where one is, where else one can go, who one is. */

const PAGES = [
  { name: 'The board', href: 'index.html' },
  { name: 'Auctions', href: 'auctions.html', also: ['auction.html'] },
  { name: 'Sales', href: 'sale.html' },
  { name: 'Care plans', href: 'care.html' },
  { name: 'Help', href: 'chat.html' },
  { name: 'Desk', href: 'desk.html', role: 'agent' },
];

const BAR = `
  <p class="brand">Petstore Live</p>
  <nav aria-label="Pages"></nav>
  <span class="spring"></span>
  <span class="badge" id="connection" role="status" data-kind="connecting" hidden></span>
  <span id="who"></span>
  <button class="plain small" id="sign-out" type="button" hidden>Sign out</button>`;

const bar = document.querySelector('header.bar');
const here = location.pathname.split('/').at(-1) || 'index.html';

function linkTo({ name, href, also = [] }) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = name;
  if (href === here) {
    link.setAttribute('aria-current', 'page');
  } else if (also.includes(here)) {
    link.setAttribute('aria-current', 'true');
  }
  return link;
}

/** Shows the pages for anyone, and those for whoever has that role. */
function showPages(role) {
  const pages = PAGES.filter((page) => !page.role || page.role === role);
  bar.querySelector('nav').replaceChildren(...pages.map(linkTo));
}

/** Shows who is signed in; `signOut` is called when that is to end. */
export function showUser(name, role, signOut) {
  showPages(role);
  bar.querySelector('#who').textContent = role === 'agent' ? `${name} (agent)` : name;
  const button = bar.querySelector('#sign-out');
  button.hidden = false;
  button.addEventListener('click', signOut);
}

bar.innerHTML = BAR;
showPages();
