/** Several things side by side, of which one is to be seen; chosen by mouse or by arrow keys. */
export class Tabs {
  #list;
  #panels;
  #changed;
  #tabs = new Map();
  #selected;

  /** @param changed called with how many there are */
  constructor(list, panels, changed) {
    this.#list = list;
    this.#panels = panels;
    this.#changed = changed;
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  has(id) {
    return this.#tabs.has(id);
  }

  /** What was added under that id. */
  of(id) {
    return this.#tabs.get(id).content;
  }

  /**
   * Adds something and shows it.
   *
   * @param content has an `element`, `show()` for when it comes to be seen, and `close()`
   */
  add(id, content) {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'plain small';
    tab.setAttribute('role', 'tab');
    tab.id = `tab-${id}`;
    content.element.setAttribute('role', 'tabpanel');
    content.element.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => this.select(id));
    this.#list.append(tab);
    this.#panels.append(content.element);
    this.#tabs.set(id, { tab, content });
    this.select(id);
    this.#changed(this.#tabs.size);
    return { show: (name, unread) => this.#name(id, name, unread) };
  }

  select(id) {
    this.#selected = id;
    for (const [other, { tab, content }] of this.#tabs) {
      const isIt = other === id;
      tab.setAttribute('aria-selected', isIt);
      tab.tabIndex = isIt ? 0 : -1;
      content.element.hidden = !isIt;
    }
    this.#tabs.get(id).content.show();
  }

  /** Puts away the one that is to be seen. */
  removeSelected() {
    const { tab, content } = this.#tabs.get(this.#selected);
    this.#tabs.delete(this.#selected);
    tab.remove();
    content.close();
    const next = [...this.#tabs.keys()].at(-1);
    if (next) {
      this.select(next);
    }
    this.#changed(this.#tabs.size);
  }

  #name(id, name, unread) {
    const { tab } = this.#tabs.get(id) ?? {};
    if (tab) {
      tab.textContent = unread > 0 ? `${name} (${unread})` : name;
    }
  }

  #key({ key, target }) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const ids = [...this.#tabs.keys()];
    const at = ids.findIndex((id) => this.#tabs.get(id).tab === target);
    if (step && at >= 0) {
      const next = ids[(at + step + ids.length) % ids.length];
      this.select(next);
      this.#tabs.get(next).tab.focus();
    }
  }
}
