import { put } from './show.js';

/** What is said of what happened to a room. */
const NEWS = {
  'agent-assigned': ({ userId }) => (userId ? `${userId} has taken the chat` : 'The chat waits for an agent'),
  closed: ({ userId }) => `${userId} has closed the chat`,
  reopened: ({ userId }) => `${userId} has opened the chat again`,
  'member-joined': ({ userId }) => `${userId} was let in`,
  'member-left': ({ userId }) => `${userId} is in no more`,
};

/** A line of a conversation: what somebody said, an image, or what happened. */
export class TalkLine {
  element = document.createElement('li');
  #chat;
  #user;
  #body;
  #foot;

  /** @param user by what name the one who looks is known */
  constructor(chat, user) {
    this.#chat = chat;
    this.#user = user;
  }

  show = (entry) => {
    if (!this.#body) {
      this.#begin(entry);
    }
    if (this.#foot) {
      put(this.#foot, this.#stateOf(entry));
    }
  };

  #begin(entry) {
    const { type, from, text } = entry;
    const isNews = type in NEWS;
    this.element.className = isNews ? 'news small quiet' : from === this.#user ? 'own' : 'other';
    this.#body = document.createElement('p');
    this.#body.className = 'body';
    this.#body.textContent = isNews ? NEWS[type](entry) : (text ?? '');
    if (type === 'attachment') {
      this.#showImage(entry);
    }
    if (isNews) {
      this.element.append(this.#body);
      return;
    }
    const head = document.createElement('p');
    head.className = 'small quiet';
    head.textContent = from === this.#user ? 'You' : from;
    this.#foot = document.createElement('p');
    this.#foot.className = 'small quiet';
    this.element.append(head, this.#body, this.#foot);
  }

  /** When it was said, and what has become of it. */
  #stateOf({ position, from, at }) {
    if (!position) {
      return 'sending …';
    }
    const time = at ? new Date(at).toLocaleTimeString([], { timeStyle: 'short' }) : '';
    const readers = from === this.#user ? this.#chat.seenBy(position) : [];
    return readers.length > 0 ? `${time} · seen by ${readers.join(', ')}` : time;
  }

  async #showImage({ from, blob, attachmentId }) {
    const image = document.createElement('img');
    image.alt = `An image from ${from === this.#user ? 'you' : from}`;
    try {
      const address = URL.createObjectURL(blob ?? (await this.#chat.attachment(attachmentId)));
      this.#body.append(image);
      image.src = address;
      await image.decode().finally(() => URL.revokeObjectURL(address));
    } catch {
      this.#body.textContent = 'An image that cannot be shown.';
    }
  }
}
