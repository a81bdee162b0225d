import { filled } from './show.js';

/** What is typed is sent when nothing was typed for so long. */
const TYPED_MILLIS = 600;

/** A task on the page: to be changed by oneself while others change it, too. */
export class TaskLine {
  element;
  #care;
  #id;
  #part;
  #keepers = '';
  #typing;

  /** @param care the live plan */
  constructor(care, id) {
    this.#care = care;
    this.#id = id;
    const { element, part } = filled('task');
    this.element = element;
    this.#part = part;
    element.dataset.id = id;
    this.#listen();
  }

  show = ({ task, keepers, cursors }) => {
    const { text, done, due, assignee } = task;
    this.#part('handle').setAttribute('aria-label', `Move ${text}: up and down with the arrow keys`);
    this.#part('remove').setAttribute('aria-label', `Remove ${text}`);
    this.#part('done').setAttribute('aria-label', `Done: ${text}`);
    this.#part('text').setAttribute('aria-label', `Text of ${text}`);
    this.#part('done').checked = done;
    this.element.toggleAttribute('data-done', done);
    if (!this.#typing && this.#part('text').value.trim() !== text) {
      this.#fill('text', text); // what is being typed is not taken away
    }
    this.#fill('due', due ? due.slice(0, 'yyyy-mm-dd'.length) : '');
    this.#offer(keepers, assignee);
    this.#fill('assignee', assignee ?? '');
    this.#showCursors(cursors);
  };

  #fill(is, value) {
    if (this.#part(is).value !== value) {
      this.#part(is).value = value;
    }
  }

  #offer(keepers, assignee) {
    const names = [...new Set([...keepers, assignee])].filter(Boolean);
    if (this.#keepers !== names.join()) {
      this.#keepers = names.join();
      const options = names.map((name) => new Option(name));
      this.#part('assignee').replaceChildren(new Option('anybody', ''), ...options);
    }
  }

  #showCursors(cursors) {
    const fields = new Set(cursors.map(([, { field }]) => field));
    for (const is of ['text', 'due', 'assignee', 'done']) {
      this.#part(is).toggleAttribute('data-cursor', fields.has(is));
    }
    const badges = cursors.map(([user]) => {
      const badge = document.createElement('li');
      badge.className = 'badge cursor';
      badge.textContent = user;
      return badge;
    });
    this.#part('cursors').replaceChildren(...badges);
  }

  #listen() {
    const text = this.#part('text');
    text.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#typed(), TYPED_MILLIS);
    });
    text.addEventListener('change', () => this.#typed());
    this.#part('done').addEventListener('change', ({ target }) => this.#care.check(this.#id, target.checked));
    this.#part('due').addEventListener('change', ({ target }) => {
      if (target.validity.valid) { // a year that is being typed is none yet
        this.#care.edit(this.#id, { due: target.value ? new Date(target.value).toISOString() : null });
      }
    });
    this.#part('assignee').addEventListener('change', ({ target }) => {
      this.#care.edit(this.#id, { assignee: target.value || null });
    });
    this.#part('remove').addEventListener('click', () => this.#care.remove(this.#id));
    this.element.addEventListener('focusin', ({ target }) => this.#care.at(this.#id, target.dataset.is));
    this.element.addEventListener('focusout', () => this.#care.at(null));
  }

  #typed() {
    if (this.#typing) {
      clearTimeout(this.#typing);
      this.#typing = undefined;
      const text = this.#part('text').value.trim();
      if (text) {
        this.#care.edit(this.#id, { text });
      }
    }
  }
}
