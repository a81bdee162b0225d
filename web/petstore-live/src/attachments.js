import { jsonOf } from './transports/answers.js';

/** How long the bytes may come after the message that tells of them. */
const FOLLOW_WITHIN_MILLIS = 3_000;

/** Images of a conversation: those that the socket brings, others when they are asked for. */
export class Attachments {
  #requests;
  #addressOf;
  #images = new Map();
  #announced;

  /** @param addressOf the address of an attachment with that id */
  constructor(requests, addressOf) {
    this.#requests = requests;
    this.#addressOf = addressOf;
  }

  /** A socket has told of one; its bytes come next. */
  announce({ attachmentId, contentType }) {
    if (this.#images.has(attachmentId)) {
      return;
    }
    const bytes = new Promise((resolve) => {
      const timer = setTimeout(resolve, FOLLOW_WITHIN_MILLIS);
      this.#announced = (blob) => {
        clearTimeout(timer);
        resolve(new Blob([blob], { type: contentType }));
      };
    });
    this.#images.set(attachmentId, bytes.then((blob) => blob ?? this.#fetch(attachmentId)));
  }

  /** Bytes have come. */
  take(blob) {
    this.#announced?.(blob);
    this.#announced = undefined;
  }

  /** One's own: nobody need bring it. */
  keep(attachmentId, blob) {
    this.#images.set(attachmentId, Promise.resolve(blob));
  }

  /** The image as a Blob. */
  async of(attachmentId) {
    if (!this.#images.has(attachmentId)) {
      this.#images.set(attachmentId, this.#fetch(attachmentId));
    }
    try {
      return await this.#images.get(attachmentId);
    } catch (error) {
      this.#images.delete(attachmentId); // whoever asks again may have more luck
      throw error;
    }
  }

  async #fetch(attachmentId) {
    const response = await this.#requests.send(this.#addressOf(attachmentId));
    return response.ok ? response.blob() : jsonOf(response);
  }
}
