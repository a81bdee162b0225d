/** The server's clock, by which an auction ends; a computer's own may be minutes wrong. */
export class ServerClock {
  #ahead = 0;

  /** Milliseconds since 1970. */
  now() {
    return Date.now() + this.#ahead;
  }

  /** Sets it by the `Date` of an answer, which has whole seconds: right to about half of one. */
  async set(url) {
    try {
      const asked = Date.now();
      const response = await fetch(url, { cache: 'no-store' });
      const told = Date.parse(response.headers.get('Date'));
      this.#ahead = Number.isNaN(told) ? 0 : told + 500 - (asked + Date.now()) / 2;
    } catch {
      this.#ahead = 0; // no network: this computer's clock has to do
    }
  }
}
