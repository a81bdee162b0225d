import { Attachments } from './attachments.js';
import { Conversation, SHOWN } from './conversation.js';
import { LiveConnection } from './live-connection.js';
import { Participant } from './participant.js';
import { seqOf } from './position.js';

const TYPING_TOLD_EVERY_MILLIS = 3_000;

/** Who has not written for so long has stopped. */
const IDLE_MILLIS = 4_000;

/** A support chat; see {@link chat}. */
export class LiveChat extends LiveConnection {
  #user;
  #place;
  #part;
  #conversation = new Conversation();
  #attachments;
  #typing = new Set();
  #idle;
  #read;

  /** @param place where things of the room are asked for, and kept */
  constructor(user, place, options) {
    super(options);
    this.#user = user;
    this.#place = place;
    this.#attachments = new Attachments(options.requests, (id) => place.at(`/attachments/${encodeURIComponent(id)}`));
    this.#part = new Participant(this, options.requests, {
      ...place,
      request: (message) => this.#request(message),
      accept: (message, receipt) => this.#accepted(message, receipt),
      toldEveryMillis: TYPING_TOLD_EVERY_MILLIS,
    });
    this.#listen();
  }

  /** The room: subject, customer, agent, status, …; empty until it is known. */
  get room() {
    return this.#conversation.room;
  }

  /**
   * What is to be seen, in order: `{type, position, from, text, at, …}`; last what is not accepted
   * yet, with a `key` and no position.
   */
  get entries() {
    const waiting = this.#part.waiting.map((message) => ({ ...message, from: this.#user }));
    return [...this.#conversation.entries, ...waiting];
  }

  /** Whether there is something before the first entry. */
  get hasEarlier() {
    return this.#conversation.from > 0;
  }

  /** How much that others have said oneself has not read. */
  get unread() {
    const read = this.#conversation.readBy(this.#user);
    const isNew = ({ from, position }) => from && from !== this.#user && seqOf(position) > read;
    return this.#conversation.entries.filter(isNew).length;
  }

  /** Others who are writing. */
  get typing() {
    return [...this.#typing];
  }

  /** `{count, users}`, or undefined until somebody has told. */
  get here() {
    return this.#part.here;
  }

  /** Others who have read what stands at a position. */
  seenBy(position) {
    return this.#conversation.readersOf(position, this.#user);
  }

  start() {
    this.#part.start();
    return super.start();
  }

  /** Ends the connection, not the chat. What is not accepted is kept for the next. */
  close() {
    this.#part.stop();
    clearTimeout(this.#idle);
    super.close();
  }

  /** Says something; its receipt once it is durable, however long that takes, or {@link Refused}. */
  say(text) {
    this.#stopsTyping();
    return this.#part.act({ type: 'message', text });
  }

  /** Sends an image. */
  attach(blob) {
    return this.#part.act({ type: 'attachment', contentType: blob.type, blob });
  }

  /** An image that is attached, as a Blob. */
  attachment(attachmentId) {
    return this.#attachments.of(attachmentId);
  }

  /** To be called with each key: the others are told, until nothing was written for a while. */
  types() {
    this.#part.own.begin({ type: 'typing', on: true });
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stopsTyping(), IDLE_MILLIS);
  }

  /** Oneself has read all that there is. */
  read() {
    if (this.#conversation.read(this.#user, this.position)) {
      this.#read = this.position;
      this.#tellRead();
    }
  }

  /** Looks further back. */
  async earlier() {
    const { from, items } = await this.#place.look(this.#conversation.from);
    items.forEach(({ type, data, id }) => this.#conversation.add(type, data, id));
    this.#conversation.from = from;
    this.#part.changed();
  }

  /** Takes the chat, as an agent. */
  take() {
    return this.handOn(this.#user);
  }

  /** Hands it on to another agent; to whoever takes it, without. */
  handOn(userId = null) {
    return this.#part.ask({ type: 'agent', userId });
  }

  /** It is settled. */
  finish() {
    return this.#part.ask({ type: 'close' });
  }

  reopen() {
    return this.#part.ask({ type: 'reopen' });
  }

  #listen() {
    const on = (type, listener) => this.addEventListener(type, ({ detail }) => listener(detail));
    on('snapshot', ({ room, from, items }) => {
      this.#conversation.begin(room, from);
      items.forEach(({ type, data, id }) => this.#conversation.add(type, data, id));
      this.#part.changed();
    });
    SHOWN.forEach((type) => on(type, (data) => this.#happened(type, data)));
    on('read', ({ userId, position }) => this.#conversation.read(userId, position) && this.#part.changed());
    on('typing', ({ userId, on: types }) => {
      types ? this.#typing.add(userId) : this.#typing.delete(userId);
      this.#part.changed();
    });
    on('bytes', (blob) => this.#attachments.take(blob));
    on('state', ({ state }) => (state === 'open' ? this.#opened() : this.#typing.clear()));
  }

  #happened(type, data) {
    const isIt = (waiting) => type === 'message' && waiting.type === type && waiting.text === data.text;
    const isNew = !this.#conversation.has(this.position); // else its receipt was here first
    const key = isNew && data.from === this.#user ? this.#part.heard(isIt) : undefined;
    this.#conversation.happened(type, key ? { ...data, key } : data, this.position);
    this.#typing.delete(data.from);
    if (type === 'attachment') {
      this.#attachments.announce(data, this.speaker && data.from !== this.#user);
    }
    this.#part.changed();
  }

  /** What was told while nobody listened, and is in no journal. */
  async #opened() {
    this.#tellRead();
    try {
      const { readPositions = {} } = await this.#place.get('');
      Object.entries(readPositions).forEach(([user, position]) => this.#conversation.read(user, position));
      this.#part.changed();
    } catch {
      // told when they read on
    }
  }

  async #tellRead() {
    const message = { type: 'read', position: this.#read };
    if (this.#read && this.speaker) {
      this.speaker.say(message);
    } else if (this.#read) {
      await this.#part.ask(message).catch(() => {}); // said again at the next opening
    }
  }

  #stopsTyping() {
    clearTimeout(this.#idle);
    this.#part.own.end({ type: 'typing', on: false });
  }

  /** A receipt is a place in the conversation, whether or not that was told yet. */
  #accepted({ type, key, text, blob }, { position, at = new Date().toISOString(), ...attachment }) {
    if (blob) {
      this.#attachments.keep(attachment.attachmentId, blob);
    }
    if (!this.#conversation.has(position)) {
      this.#conversation.add(type, { ...attachment, key, from: this.#user, text, at }, position);
    }
  }

  #request({ type, text, blob, position, userId }) {
    const { at } = this.#place;
    switch (type) {
      case 'message':
        return { url: at('/messages'), body: { text } };
      case 'attachment':
        return { url: at('/attachments'), body: blob };
      case 'read':
        return { url: at('/read-position'), body: { position }, method: 'PUT' };
      case 'agent':
        return { url: at('/agent'), body: { userId }, method: 'PUT' };
      default:
        return { url: at(`/${type}`), body: {} };
    }
  }
}
