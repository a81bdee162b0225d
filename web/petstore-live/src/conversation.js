import { seqOf } from './position.js';

/** What a conversation's stream tells that is to be seen in it, in its place. */
export const SHOWN = new Set(['message', 'attachment', 'agent-assigned', 'closed', 'reopened', 'member-joined', 'member-left']);

/** What such an event changes of the room. */
const CHANGES = {
  'agent-assigned': (_, { userId }) => ({ agent: userId ?? undefined, status: userId ? 'ASSIGNED' : 'WAITING' }),
  closed: () => ({ status: 'CLOSED' }),
  reopened: () => ({ status: 'WAITING', agent: undefined }),
  'member-joined': ({ members = [] }, { userId }) => ({ members: [...members.filter((member) => member !== userId), userId] }),
  'member-left': ({ members = [] }, { userId }) => ({ members: members.filter((member) => member !== userId) }),
};

/** What was said in a room, and how far each has read. Knows nothing of connections. */
export class Conversation {
  room = {};

  /** Up to that number nothing is known; 0 where all is. */
  from = 0;
  #entries = new Map();
  #read = new Map();

  /** Begins anew with a state of the room, from a number on. */
  begin(room, from) {
    this.room = { ...room };
    this.from = from;
    this.#entries.clear();
    Object.entries(room.readPositions ?? {}).forEach(([user, position]) => this.read(user, position));
  }

  /** All events that are known, the oldest first, each once: `{type, position, …}`. */
  get entries() {
    return [...this.#entries.values()].sort((one, other) => seqOf(one.position) - seqOf(other.position));
  }

  /** Whether what stands there is known. */
  has(position) {
    return this.#entries.has(seqOf(position));
  }

  /** Something that has happened now. */
  happened(type, data, position) {
    if (this.add(type, data, position)) {
      this.room = { ...this.room, ...CHANGES[type]?.(this.room, data) };
    }
  }

  /** Something that is known to have happened. Returns whether it is to be seen. */
  add(type, data, position) {
    if (!SHOWN.has(type) || !position) {
      return false;
    }
    const { key } = this.#entries.get(seqOf(position)) ?? {}; // the one under which it was sent
    this.#entries.set(seqOf(position), { ...(key && { key }), ...data, type, position });
    return true;
  }

  /** Somebody has read up to there, never less than before. Returns whether that is news. */
  read(user, position) {
    const seq = seqOf(position);
    if (seq > (this.#read.get(user) ?? 0)) {
      this.#read.set(user, seq);
      return true;
    }
    return false;
  }

  /** Up to which number somebody has read. */
  readBy(user) {
    return this.#read.get(user) ?? 0;
  }

  /** Others who have read what stands there. */
  readersOf(position, but) {
    const seq = seqOf(position);
    return [...this.#read].filter(([user, read]) => user !== but && read >= seq).map(([user]) => user);
  }
}
