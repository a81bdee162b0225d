const PATIENCE = 2.5;

/**
 * Calls when nothing was heard for two heartbeats and a half: some proxies keep a stream open and
 * let nothing through.
 */
export class Watchdog {
  #timer;
  #millis;
  #onMute;

  constructor(heartbeatSeconds, onMute) {
    this.#onMute = onMute;
    this.every(heartbeatSeconds);
  }

  /** From now on heartbeats come that often. */
  every(heartbeatSeconds) {
    this.#millis = heartbeatSeconds * 1000 * PATIENCE;
    this.heard();
  }

  heard() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onMute, this.#millis);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
