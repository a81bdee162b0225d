import assert from 'node:assert/strict';
import { BackOff } from '../../src/back-off.js';
import { Ladder } from '../../src/ladder.js';
import { Ended } from '../../src/refused.js';

/** A transport that does what it is told, run by run; when there is no more, it stays. */
export class Scripted {
  runs = [];
  #script;

  constructor(name, ...script) {
    this.name = name;
    this.#script = script;
  }

  async run(context) {
    this.runs.push(context.after);
    const step = this.#script.shift() ?? stays;
    return step(context);
  }
}

/** A step: open until it is told to end. */
export const stays = ({ onOpen, signal }) => {
  const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  onOpen({});
  return aborted;
};

/** A step: tells that and is cut. */
export const says = (...events) => async ({ onOpen, onEvent }) => {
  onOpen({});
  events.forEach(([type, position]) => onEvent({ type, position, data: { position } }));
  throw new Ended('cut');
};

export const fails = async () => {
  throw new Error('no way');
};

/** What a connection is made of, over those ways alone. */
export function over(...rungs) {
  return {
    ladder: new Ladder(rungs, null, ''),
    requests: { renew() {}, token: async () => 'fresh' },
    backOff: new BackOff({ random: () => 0 }),
  };
}

/** A socket that notes what is said; what comes from it is up to the test. */
export class ScriptedSocket {
  name = 'websocket';
  said = [];
  #context;
  #runs = 0;

  get speaks() {
    return Boolean(this.#context);
  }

  say(message) {
    this.said.push(message);
  }

  tell(type, data = {}, position = undefined) {
    this.#context.onEvent({ type, data, position });
  }

  /** Ends it as a network does; resolves when it is open again. */
  async cut() {
    const next = this.#runs + 1;
    this.#context.cut(new Ended('cut', { orderly: true }));
    await until(() => this.#runs === next);
  }

  async run(context) {
    const ended = new Promise((_, reject) => {
      this.#context = { ...context, cut: reject };
      context.signal.addEventListener('abort', () => reject(context.signal.reason));
    });
    context.onOpen({ position: context.after });
    this.#runs++;
    try {
      await ended;
    } finally {
      this.#context = undefined;
    }
  }
}

export async function until(condition) {
  for (let i = 0; i < 400 && !condition(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.ok(condition(), String(condition));
}
