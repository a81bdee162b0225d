/**
 * Takes a text/event-stream apart, as the HTML standard has it: lines end with LF, CR or CRLF, an
 * event without data is none, an id stays until the next.
 */
export class EventStreamParser {
  #onEvent;
  #onRetry;
  #rest = '';
  #type = '';
  #data = [];
  #id = '';

  constructor({ onEvent, onRetry }) {
    this.#onEvent = onEvent;
    this.#onRetry = onRetry;
  }

  /** @param {string} text what came, cut anywhere */
  push(text) {
    this.#rest += text;
    let end;
    while ((end = this.#rest.search(/\r\n|\n|\r(?!$)/)) >= 0) {
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + (this.#rest.startsWith('\r\n', end) ? 2 : 1));
      this.#line(line);
    }
  }

  #line(line) {
    if (line === '') {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#type = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.#id = value;
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      this.#onRetry(Number(value));
    }
  }

  #dispatch() {
    if (this.#data.length > 0) {
      this.#onEvent({ type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id });
    }
    this.#type = '';
    this.#data = [];
  }
}
