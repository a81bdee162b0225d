import { jsonOf } from './transports/answers.js';

/** How long the bytes may come after the message that tells of them. */
const FOLLOW_WITHIN_MILLIS = 3_000;

/** Images of a conversation: those that the socket brings, others when they are asked for. */
export class Attachments {
  #requests;
  #addressOf;
  #images = new Map();
  #next;

  /** @param addressOf the address of an attachment with that id */
  constructor(requests, addressOf) {
    this.#requests = requests;
    this.#addressOf = addressOf;
  }

  /**
   * There is one.
   *
   * @param {boolean} isExpected whether its bytes come right behind
   */
  announce({ attachmentId, contentType }, isExpected) {
    this.#next = { attachmentId, contentType };
    if (isExpected && !this.#images.has(attachmentId)) {
      const bytes = new Promise((resolve) => {
        this.#next.resolve = resolve;
        setTimeout(resolve, FOLLOW_WITHIN_MILLIS);
      });
      this.#put(attachmentId, bytes.then((blob) => blob ?? this.#fetch(attachmentId)));
    }
  }

  /** Bytes have come: of what was announced last. */
  take(blob) {
    if (this.#next) {
      const { attachmentId, contentType, resolve } = this.#next;
      const image = new Blob([blob], { type: contentType });
      resolve ? resolve(image) : this.keep(attachmentId, image);
      this.#next = undefined;
    }
  }

  /** It is there: nobody need bring it. */
  keep(attachmentId, blob) {
    this.#put(attachmentId, Promise.resolve(blob));
  }

  /** The image as a Blob. */
  async of(attachmentId) {
    if (!this.#images.has(attachmentId)) {
      this.#put(attachmentId, this.#fetch(attachmentId));
    }
    try {
      return await this.#images.get(attachmentId);
    } catch (error) {
      this.#images.delete(attachmentId); // whoever asks again may have more luck
      throw error;
    }
  }

  #put(attachmentId, image) {
    image.catch(() => {}); // told to whoever asks
    this.#images.set(attachmentId, image);
  }

  async #fetch(attachmentId) {
    const response = await this.#requests.send(this.#addressOf(attachmentId));
    return response.ok ? response.blob() : jsonOf(response);
  }
}
