import { KeyedList } from './keyed-list.js';
import { filled, put } from './show.js';

/** How often is looked whether there is something new. */
const LOOKED_AT_EVERY_MILLIS = 5_000;

/** Of more chats only so many are shown. */
const MOST = 200;

/** Chats as a list on the page, looked up again and again. */
export class RoomList {
  #user;
  #url;
  #rooms;
  #none;
  #looking;
  #found;

  /**
   * @param user who asks
   * @param {URL} url of the list
   * @param show fills an item of the template `room`: called with the item's parts and the room
   * @param {{list: Element, none: Element}} where it stands, and what is shown when it is empty
   * @param found called with all rooms whenever they were looked up
   */
  constructor(user, url, show, { list, none }, found = () => {}) {
    this.#user = user;
    this.#url = new URL(url);
    this.#url.searchParams.set('limit', MOST);
    this.#none = none;
    this.#found = found;
    this.#rooms = new KeyedList(list, () => {
      const { element, part } = filled('room');
      return { element, show: (room) => show(part, room) };
    });
    document.addEventListener('visibilitychange', () => this.look().catch(() => {}));
  }

  /** Looks now, and again after a while; rejects when it cannot be had. */
  async look() {
    clearTimeout(this.#looking);
    if (document.visibilityState !== 'visible') {
      return; // looked up when somebody looks
    }
    try {
      const { items } = await this.#user.ask(this.#url);
      this.#rooms.show(items.map((room) => [room.id, room]));
      this.#none.hidden = items.length > 0;
      this.#found(items);
    } finally {
      clearTimeout(this.#looking);
      this.#looking = setTimeout(() => this.look().catch(() => {}), LOOKED_AT_EVERY_MILLIS);
    }
  }
}

/** What is told of a room in a list. */
export function showRoom(part, { subject, customer, status, unread }) {
  put(part('subject'), subject ?? 'A chat');
  put(part('customer'), customer);
  put(part('status'), status.toLowerCase());
  part('status').dataset.kind = status;
  part('unread').hidden = !unread;
  put(part('unread'), unread ? `${unread} unread` : '');
}
