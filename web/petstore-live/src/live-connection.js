import { BackOff } from './back-off.js';
import { beOnline, isOffline, onLook, onOffline, rest } from './network.js';
import { isSeen } from './position.js';
import { Ended, Refused } from './refused.js';

const TRY_BETTER_EVERY_MILLIS = 20_000;

/** Somewhat more than a heartbeat: a page that has slept for longer may have lost its connection. */
const SILENT_MILLIS = 20_000;

/** A way that was open for so long works, whatever becomes of it then. */
const LASTING_MILLIS = 10_000;

/** What a stream says of itself; it is not for the page, but for its `state`. */
const CONTROL = new Set(['hello', 'heartbeat', 'resumed', 'refused']);

/** Tell the whole state, and so may lie before what was seen. */
const FRESH = new Set(['snapshot', 'reset']);

/**
 * Keeps a stream going: over whatever way works, from where it stood, until it is closed or there
 * is no use in it. Each event comes once and in order, whichever way brought it.
 *
 * Events: one for each type that the server sends, with the content as `detail`; `state`, with
 * `{state, transport, position, reason}`.
 */
export class LiveConnection extends EventTarget {
  #ladder;
  #requests;
  #snapshot;
  #backOff;
  #stopped = new AbortController();
  #position;
  #state = 'connecting';
  #transport;
  #running;
  #heardAt = 0;

  /** Called with the type and the content of each event, whatever its type. */
  onAny;

  /**
   * @param {object} how
   * @param {import('./ladder.js').Ladder} how.ladder
   * @param {import('./requests.js').Requests} how.requests
   * @param {string} [how.after] a position to go on from
   * @param {(signal: AbortSignal) => Promise<{position: string}>} [how.snapshot] brings the whole
   *     state where there is no position to go on from; told as an event `snapshot`
   * @param {BackOff} [how.backOff]
   */
  constructor({ ladder, requests, after, snapshot, backOff = new BackOff() }) {
    super();
    this.#ladder = ladder;
    this.#requests = requests;
    this.#position = after;
    this.#snapshot = snapshot;
    this.#backOff = backOff;
  }

  /** `connecting`, `open`, `waiting`, `offline` or `closed`. */
  get state() {
    return this.#state;
  }

  /** The name of the way in use. */
  get transport() {
    return this.#transport?.name;
  }

  /** What was seen last; the place to go on from. */
  get position() {
    return this.#position;
  }

  /** The transport in use, if it can be spoken to. */
  get speaker() {
    return this.#transport?.speaks ? this.#transport : undefined;
  }

  /** Begins; returns itself. */
  start() {
    this.#keep();
    return this;
  }

  /** Ends it for good. */
  close() {
    this.#stopped.abort(new Ended('closed', { final: true }));
  }

  async #keep() {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      this.#enter(isOffline() ? 'offline' : 'connecting');
      await beOnline(signal);
      const rung = this.#ladder.rung;
      const end = await this.#run(rung);
      if (signal.aborted || end.final || end instanceof Refused) {
        this.#enter('closed', end.message);
        return;
      }
      if (end.again) {
        await this.#pause(this.#backOff.soon(), end.message);
        continue;
      }
      if (end.unauthenticated) {
        this.#requests.renew();
      } else if (!end.orderly) {
        this.#ladder.failed(rung, end.mute);
      }
      this.#enter('waiting', end.message);
      await rest(this.#backOff.next(end.afterMillis), signal);
    }
    this.#enter('closed', signal.reason.message);
  }

  async #pause(millis, reason) {
    if (millis > 0) {
      this.#enter('waiting', reason);
      await rest(millis, this.#stopped.signal);
    }
  }

  /** Returns why it ended. */
  async #run(rung) {
    this.#running = new AbortController();
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#stopped.signal, this.#running.signal]);
    onOffline(() => this.#leave('no network'), ended.signal);
    onLook(() => this.#leaveIfSilent(), ended.signal);
    const lasting = setTimeout(() => this.#transport && this.#ladder.lasted(), LASTING_MILLIS);
    const trying = setInterval(() => this.#tryBetter(ended.signal), TRY_BETTER_EVERY_MILLIS);
    try {
      await this.#begin(signal);
      signal.throwIfAborted(); // what was told may have been the end of it
      await rung.run({
        after: this.#position,
        signal,
        onOpen: ({ position }) => this.#opened(rung, position),
        onEvent: (event) => this.#take(event),
      });
      return new Ended('it has ended');
    } catch (error) {
      return error;
    } finally {
      clearTimeout(lasting);
      clearInterval(trying);
      ended.abort(new Ended('it has ended'));
      this.#transport = undefined;
    }
  }

  /** Where there is nothing to go on from, with the whole state. */
  async #begin(signal) {
    if (!this.#snapshot || this.#position) {
      return;
    }
    try {
      const { position, ...data } = await this.#snapshot(signal);
      this.#take({ type: 'snapshot', data, position });
    } catch (error) {
      throw Object.assign(error, { orderly: true }); // which says nothing of the transport
    }
  }

  #opened(rung, position) {
    this.#position ??= position; // a stream says where it begins before it says anything else
    this.#heardAt = performance.now();
    this.#backOff.worked();
    this.#ladder.opened(rung);
    this.#transport = rung;
    this.#enter('open');
  }

  #take({ type, data, position }) {
    if (this.#running.signal.aborted) {
      return; // it came in one piece with what has made an end of it
    }
    this.#heardAt = performance.now();
    if (type === 'auth-expiring') {
      this.#renew();
    }
    if (isSeen(position, this.#position) && !FRESH.has(type)) {
      return;
    }
    if (position) {
      this.#position = position;
    }
    if (!CONTROL.has(type)) {
      this.onAny?.(type, data);
      this.dispatchEvent(new CustomEvent(type, { detail: data }));
    }
    if (type === 'reset' && this.#snapshot) {
      this.#position = undefined;
      this.#leave('something was missed');
    }
  }

  /** On a socket in place; else by coming again with a fresh token, from where it stood. */
  async #renew() {
    this.#requests.renew();
    const token = await this.#requests.token().catch(() => undefined);
    if (token && this.speaker) {
      this.speaker.say({ type: 'auth', token });
    } else if (token) {
      this.#leave('with another token');
    }
  }

  #leaveIfSilent() {
    if (this.#state === 'open' && performance.now() - this.#heardAt > SILENT_MILLIS) {
      this.#leave('it may have been lost');
    }
  }

  /** Leaves the present way, to come again at once. */
  #leave(reason) {
    this.#running?.abort(new Ended(reason, { orderly: true, again: true }));
  }

  /** Better ways are tried beside the present one, which stays until a better one is open. */
  async #tryBetter(ended) {
    if (this.#state !== 'open') {
      return;
    }
    for (const rung of this.#ladder.better) {
      if (await this.#works(rung, ended)) {
        this.#ladder.opened(rung);
        this.#leave('there is a better way');
        return;
      }
    }
  }

  async #works(rung, ended) {
    const probe = new AbortController();
    let opened = false;
    const onOpen = () => {
      opened = true;
      probe.abort(new Ended('it works'));
    };
    const signal = AbortSignal.any([probe.signal, ended]);
    await rung.run({ after: this.#position, signal, onOpen, onEvent() {} }).catch(() => {});
    return opened && !ended.aborted;
  }

  #enter(state, reason) {
    this.#state = state;
    this.dispatchEvent(
      new CustomEvent('state', {
        detail: { state, transport: this.transport, position: this.#position, reason },
      }),
    );
  }
}
