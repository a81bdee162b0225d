/** The items of a list on the page, each by its key: what stays is left alone, wherever it goes. */
export class KeyedList {
  #list;
  #make;
  #items = new Map();

  /**
   * @param list whose children they are
   * @param make an item for a new key: `{element, show(what)}`
   */
  constructor(list, make) {
    this.#list = list;
    this.#make = make;
  }

  /** Makes it these, in this order: pairs of a key and what the item shows. */
  show(pairs) {
    const keys = new Set(pairs.map(([key]) => key));
    for (const [key, { element }] of this.#items) {
      if (!keys.has(key)) {
        element.remove();
        this.#items.delete(key);
      }
    }
    const focused = document.activeElement;
    let next = this.#list.firstElementChild;
    for (const [key, what] of pairs) {
      const { element, show } = this.#item(key);
      if (element === next) {
        next = next.nextElementSibling;
      } else {
        this.#put(element, next);
      }
      show(what);
    }
    if (focused !== document.activeElement && this.#list.contains(focused)) {
      focused.focus(); // what is moved forgets that somebody is at it
    }
  }

  #item(key) {
    if (!this.#items.has(key)) {
      this.#items.set(key, this.#make(key));
    }
    return this.#items.get(key);
  }

  /** Where the browser can, without what is moved noticing it. */
  #put(element, next) {
    if (element.isConnected && this.#list.moveBefore) {
      this.#list.moveBefore(element, next);
    } else {
      this.#list.insertBefore(element, next);
    }
  }
}
