import { newKey } from './commands.js';
import { LiveConnection } from './live-connection.js';
import { Participant } from './participant.js';
import { applied, folded } from './plan.js';
import { isSeen } from './position.js';

const CURSOR_TOLD_EVERY_MILLIS = 4_000;

/** The care plan of a pet; see {@link care}. */
export class LiveCare extends LiveConnection {
  #user;
  #part;
  #plan = {};
  #tasks = [];
  #cursors = new Map();

  /** @param place where things of the plan are asked for, and kept */
  constructor(user, place, options) {
    super(options);
    this.#user = user;
    this.#part = new Participant(this, options.requests, {
      ...place,
      request: ({ op }) => ({ url: place.at('/operations'), body: op }),
      accept: (_, { position }) => this.#reached(position),
      toldEveryMillis: CURSOR_TOLD_EVERY_MILLIS,
    });
    this.#listen();
  }

  /** Title, owner and members; empty until it is known. */
  get plan() {
    return this.#plan;
  }

  /** The tasks in their order, with what was done here and is not accepted yet. */
  get tasks() {
    return folded(this.#tasks, this.#part.waiting.map(({ op }) => op));
  }

  /** How much was done here that is not accepted yet. */
  get unaccepted() {
    return this.#part.waiting.length;
  }

  /** Where others are: `{userId: {taskId, field}}`, as a Map. */
  get cursors() {
    return new Map(this.#cursors);
  }

  /** `{count, users}`, or undefined until somebody has told. */
  get here() {
    return this.#part.here;
  }

  start() {
    this.#part.start();
    return super.start();
  }

  /** Ends the connection. What is not accepted is kept for the next. */
  close() {
    this.#part.stop();
    super.close();
  }

  /** Adds a task, and tells its id. It comes last, or after another; first after null. */
  add(text, after) {
    const id = newKey();
    this.#do({ op: 'add', id, text, after });
    return id;
  }

  /** @param fields what is to be changed of text, due and assignee; null takes one away */
  edit(id, fields) {
    return this.#do({ op: 'edit', id, fields });
  }

  check(id, done) {
    return this.#do({ op: 'check', id, done });
  }

  /** Puts a task after another, or first after null. */
  move(id, after) {
    return this.#do({ op: 'move', id, after });
  }

  remove(id) {
    return this.#do({ op: 'remove', id });
  }

  /** Oneself is at a task; nowhere, without. */
  at(taskId, field) {
    if (taskId) {
      this.#part.own.begin({ type: 'cursor', taskId, field });
    } else {
      this.#part.own.end({ type: 'cursor', taskId: null });
    }
  }

  #listen() {
    const on = (type, listener) => this.addEventListener(type, ({ detail }) => listener(detail));
    on('snapshot', ({ plan }) => {
      const { tasks, ...about } = plan;
      this.#plan = about;
      this.#tasks = tasks;
      this.#part.changed();
    });
    on('plan', ({ title, owner, members }) => {
      this.#plan = { ...this.#plan, title, owner, members };
      this.#part.changed();
    });
    on('op', (told) => this.#take(told));
    on('cursor', ({ userId, taskId, field }) => {
      taskId ? this.#cursors.set(userId, { taskId, field }) : this.#cursors.delete(userId);
      this.#part.changed();
    });
    on('here', () => this.#part.changed());
    on('state', ({ state }) => state !== 'open' && this.#cursors.clear());
  }

  #take({ from, op }) {
    this.#tasks = applied(this.#tasks, op);
    if (from === this.#user) {
      this.#part.heard((waiting) => isSame(waiting.op, op));
    }
    this.#part.changed();
  }

  /** Resolves when that was told: before it what was done here is not among the tasks. */
  #reached(position) {
    return new Promise((resolve) => {
      const types = ['op', 'plan', 'snapshot', 'state'];
      const look = () => {
        if (isSeen(position, this.position)) {
          types.forEach((type) => this.removeEventListener(type, look));
          resolve();
        }
      };
      types.forEach((type) => this.addEventListener(type, look));
      look();
    });
  }

  #do(op) {
    return this.#part.act({ type: 'op', op });
  }
}

/** Whether an operation that was told is the one that was sent, of which nothing may be left out. */
function isSame(sent, told) {
  return Object.entries(sent).every(([field, value]) => value === undefined || JSON.stringify(value) === JSON.stringify(told[field]));
}
