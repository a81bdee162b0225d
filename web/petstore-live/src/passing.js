/** What others do at the moment, by who does it: each is forgotten after a while, unless told again. */
export class Passing {
  #millis;
  #changed;
  #now = new Map();

  /**
   * @param {number} millis how long it holds
   * @param {() => void} changed called when somebody's has come, changed or gone
   */
  constructor(millis, changed) {
    this.#millis = millis;
    this.#changed = changed;
  }

  /** What was told last of each who does something. */
  get all() {
    return new Map([...this.#now].map(([user, { what }]) => [user, what]));
  }

  set(user, what) {
    clearTimeout(this.#now.get(user)?.timer);
    const timer = setTimeout(() => this.delete(user), this.#millis);
    timer.unref?.(); // it keeps no program alive
    this.#now.set(user, { what, timer });
    this.#changed();
  }

  delete(user) {
    clearTimeout(this.#now.get(user)?.timer);
    if (this.#now.delete(user)) {
      this.#changed();
    }
  }

  clear() {
    [...this.#now.keys()].forEach((user) => this.delete(user));
  }
}
