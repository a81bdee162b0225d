/** Something that is so for a while, told again and again: the server forgets it soon. */
export class Telling {
  #say;
  #everyMillis;
  #told;
  #timer;

  /**
   * @param say says a message, if there is a way
   * @param {number} everyMillis less than after what time it is forgotten
   */
  constructor(say, everyMillis) {
    this.#say = say;
    this.#everyMillis = everyMillis;
  }

  /** From now on this is so. */
  begin(message) {
    if (JSON.stringify(message) === JSON.stringify(this.#told)) {
      return;
    }
    clearInterval(this.#timer);
    this.#told = message;
    this.#say(message);
    this.#timer = setInterval(() => this.#say(message), this.#everyMillis);
  }

  /** It is so no more. */
  end(message) {
    if (this.#told) {
      clearInterval(this.#timer);
      this.#told = undefined;
      this.#say(message);
    }
  }

  /** Nobody need be told. */
  stop() {
    clearInterval(this.#timer);
    this.#told = undefined;
  }
}
