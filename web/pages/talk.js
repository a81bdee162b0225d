import { fitted } from './image.js';
import { KeyedList } from './keyed-list.js';
import { showPeople } from './people.js';
import { put, showConnection } from './show.js';
import { TalkLine } from './talk-line.js';

const TALK = `
<section class="panel talk">
  <div class="row between">
    <h2 data-is="subject"></h2>
    <span class="badge" data-is="connection" role="status"></span>
  </div>
  <div class="row small"><span class="badge" data-is="status" role="status"></span><ul class="people" data-is="here" aria-label="Who is here"></ul></div>
  <div class="row" data-is="actions">
    <button class="small" data-is="take" type="button" hidden>Take it</button>
    <form class="row" data-is="hand-on" hidden>
      <label class="small">Hand on to <input class="small" name="agent" required pattern="[A-Za-z0-9._\\-]{1,64}"></label>
      <button class="plain small" type="submit">Hand on</button>
    </form>
    <button class="plain small" data-is="put-back" type="button" hidden>Back into the queue</button>
    <button class="plain small" data-is="finish" type="button">Close the chat</button>
    <button class="plain small" data-is="reopen" type="button" hidden>Open it again</button>
  </div>
  <button class="plain small" data-is="earlier" type="button" hidden>Show earlier</button>
  <ol class="talk-log" data-is="log" role="log" aria-label="What was said" tabindex="0"></ol>
  <p class="small quiet typing" data-is="typing" role="status"></p>
  <p class="message" data-is="message" role="alert"></p>
  <form class="say" data-is="say">
    <label>Your message <textarea name="text" rows="2" maxlength="4000"></textarea></label>
    <label class="button plain">Image <input name="image" type="file" accept="image/png,image/jpeg,image/gif,image/webp"></label>
    <button type="submit">Send</button>
  </form>
</section>`;

const STATUS = { WAITING: () => 'waiting for an agent', ASSIGNED: ({ agent }) => `with ${agent}`, CLOSED: () => 'closed' };

/** A conversation on the page. */
export class Talk {
  #chat;
  #user;
  #lines;

  #closed = new AbortController();
  #isAtEnd = true;

  /**
   * @param chat a live chat
   * @param user who looks at it: `name` and `role`
   */
  constructor(chat, user) {
    this.#chat = chat;
    this.#user = user;
    this.element = new DOMParser().parseFromString(TALK, 'text/html').body.firstElementChild;
    this.#lines = new KeyedList(this.#part('log'), () => new TalkLine(chat, user.name));
    showConnection(chat, this.#part('connection'));
    chat.addEventListener('change', () => this.show());
    chat.addEventListener('refused-action', ({ detail: { message, error } }) => this.#giveBack(message, error));
    chat.addEventListener('state', ({ detail }) => detail.state === 'closed' && this.#say(detail.reason));
    this.#listen();
    this.show();
  }

  get chat() {
    return this.#chat;
  }

  /** Leaves the chat, which goes on. */
  close() {
    this.#chat.close();
    this.#closed.abort();
    this.element.remove();
  }

  /** Shows what there is now; what is seen is read. */
  show() {
    const { room, entries, typing, here } = this.#chat;
    this.#lines.show(entries.map((entry) => [entry.key ?? entry.position, entry]));
    this.#follow();
    put(this.#part('typing'), typing.length > 0 ? `${typing.join(' and ')} ${typing.length > 1 ? 'are' : 'is'} writing …` : '');
    if (here) {
      showPeople(here, this.#part('here'), (user) => user === this.#user.name);
    }
    this.#part('earlier').hidden = !this.#chat.hasEarlier;
    if (room.status) {
      this.#showRoom(room);
    }
    this.#readIfSeen();
  }

  #showRoom(room) {
    const { status, agent } = room;
    const isAgent = this.#user.role === 'agent';
    const isOwn = isAgent && agent === this.#user.name && status === 'ASSIGNED';
    put(this.#part('subject'), room.subject ?? (isAgent ? `A chat with ${room.customer}` : 'A chat'));
    put(this.#part('status'), STATUS[status](room));
    this.#part('status').dataset.kind = status;
    this.#part('take').hidden = !isAgent || status !== 'WAITING';
    this.#part('hand-on').hidden = !isOwn;
    this.#part('put-back').hidden = !isOwn;
    this.#part('finish').hidden = status === 'CLOSED' || (isAgent && !isOwn);
    this.#part('reopen').hidden = status !== 'CLOSED';
    const maySay = status !== 'CLOSED' && (!isAgent || isOwn);
    for (const control of this.#part('say').elements) {
      control.disabled = !maySay;
    }
  }

  /** Keeps the newest in sight, unless one looks further back. */
  #follow() {
    if (this.#isAtEnd) {
      const log = this.#part('log');
      log.scrollTop = log.scrollHeight;
    }
  }

  #readIfSeen() {
    if (document.visibilityState === 'visible' && this.element.isConnected && !this.element.hidden) {
      this.#chat.read();
    }
  }

  #listen() {
    const on = (part, type, listener) => this.#part(part).addEventListener(type, listener);
    const does = (part, act) => on(part, 'click', () => this.#try(act));
    does('take', () => this.#chat.take());
    does('put-back', () => this.#chat.handOn());
    does('finish', () => this.#chat.finish());
    does('reopen', () => this.#chat.reopen());
    does('earlier', () => this.#chat.earlier());
    on('hand-on', 'submit', (event) => {
      event.preventDefault();
      this.#try(() => this.#chat.handOn(event.target.elements.agent.value));
    });
    const log = this.#part('log');
    log.addEventListener('load', () => this.#follow(), true); // an image takes its room
    log.addEventListener('scroll', () => {
      this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    });
    const { text, image } = this.#part('say').elements;
    on('say', 'submit', (event) => {
      event.preventDefault();
      this.#send(text);
    });
    text.addEventListener('input', () => this.#chat.types());
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send(text);
      }
    });
    text.addEventListener('paste', ({ clipboardData }) => this.#attach(clipboardData.files));
    image.addEventListener('change', () => this.#attach(image.files).finally(() => { image.value = ''; }));
    document.addEventListener('visibilitychange', () => this.#readIfSeen(), { signal: this.#closed.signal });
  }

  #send(text) {
    if (text.value.trim() !== '') {
      this.#say('');
      this.#chat.say(text.value);
      text.value = '';
      this.#isAtEnd = true;
    }
  }

  #attach([file]) {
    return file ? this.#try(async () => this.#chat.attach(await fitted(file))) : Promise.resolve();
  }

  /** What was not taken can be said otherwise. */
  #giveBack({ text }, error) {
    this.#say(error.message);
    const field = this.#part('say').elements.text;
    if (text && field.value === '') {
      field.value = text;
    }
  }

  async #try(act) {
    this.#say('');
    try {
      await act();
    } catch (error) {
      this.#say(error.message);
    }
  }

  #say(text) {
    this.#part('message').textContent = text;
    this.#part('message').dataset.kind = 'bad';
  }

  #part(is) {
    return this.element.querySelector(`[data-is=${is}]`);
  }
}
