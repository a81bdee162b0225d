/** Requests with whatever tells the server who it is that asks. */
export class Requests {
  #token;
  #current;

  /**
   * @param token called for a token, again when the last is no good any more; without it the
   *     cookie of `POST /v1/session` is shown
   */
  constructor(token) {
    this.#token = token;
  }

  /** `fetch`. */
  async send(url, options = {}) {
    const headers = new Headers(options.headers);
    const token = await this.token();
    if (token) {
      headers.set('Authorization', `Bearer ${token}`);
    }
    return fetch(url, { ...options, headers, credentials: token ? 'omit' : 'include' });
  }

  /** What a WebSocket is opened with. */
  async handshake(url) {
    const token = await this.token();
    return { url, protocols: token ? ['petstore.v1', `bearer.${token}`] : ['petstore.v1'] };
  }

  /** The present token; undefined where there is a cookie. */
  async token() {
    this.#current ??= this.#token?.();
    try {
      return await this.#current;
    } catch (error) {
      this.#current = undefined;
      throw error;
    }
  }

  /** The present token is no good any more, or soon will be. */
  renew() {
    this.#current = undefined;
  }
}
