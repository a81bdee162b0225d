import { directory } from './places.js';
import { LiveChat } from './live-chat.js';
import { seqOf } from './position.js';
import { Requests } from './requests.js';
import { jsonOf } from './transports/answers.js';
import { waysTo } from './ways.js';

/** So many events are shown at first, and with each look further back. */
const A_LOOK = 50;

/**
 * A support chat, as an EventTarget: `change` when there is something new to be seen in what it
 * tells (`entries`, `room`, `typing`, `here`, `seenBy`), each event of the room under its own name,
 * and `state`. What is said goes by the socket where there is one, else by HTTP, and is said again
 * under its key until it is accepted: in order, and once.
 *
 * @param {string} roomId
 * @param {object} options
 * @param {string} options.url where auction-service is
 * @param {string} options.user whose chat it is
 * @param {() => Promise<string>} [options.token] called for a token; without it the cookie is shown
 * @param {Storage} [options.memory] where what is not accepted yet survives a reload; null for nowhere
 */
export function chat(roomId, { url, user, token, memory = globalThis.sessionStorage }) {
  const base = directory(url);
  const path = encodeURIComponent(roomId);
  const requests = new Requests(token);
  const at = (rest) => new URL(`v1/chats/${path}${rest}`, base);
  const get = async (rest, signal) => jsonOf(await requests.send(at(rest), { signal, cache: 'no-store' }));
  const look = async (to, signal) => {
    const from = Math.max(0, to - A_LOOK);
    const { items } = await get(`/messages?after=${from}&limit=${to - from}`, signal);
    return { from, items };
  };
  const snapshot = async (signal) => {
    const room = await get('', signal);
    const { position } = room;
    return { room, position, ...(seqOf(position) > 0 ? await look(seqOf(position), signal) : { from: 0, items: [] }) };
  };
  const addresses = { socket: new URL(`chat/${path}`, base), stream: at('/events'), pages: at('/messages') };
  const name = `petstore-live unsaid ${base} ${roomId} ${user}`;
  const options = { ladder: waysTo('chat', addresses, requests), requests, snapshot };
  return new LiveChat(user, { at, get, look, memory, name }, options).start();
}
