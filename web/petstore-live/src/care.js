import { LiveCare } from './live-care.js';
import { directory } from './places.js';
import { Requests } from './requests.js';
import { jsonOf } from './transports/answers.js';
import { waysTo } from './ways.js';

/**
 * The care plan of a pet, as an EventTarget: `change` when there is something new to be seen in
 * what it tells (`plan`, `tasks`, `cursors`, `here`), each event under its own name, and `state`.
 * What is done is to be seen at once, before and without the network; it is said again under its
 * key until it is accepted, and stands then where the server's order puts it, for all the same.
 *
 * @param {string} petId
 * @param {object} options
 * @param {string} options.url where auction-service is
 * @param {string} options.user who works on it
 * @param {() => Promise<string>} [options.token] called for a token; without it the cookie is shown
 * @param {Storage} [options.memory] where what is not accepted yet survives a reload; null for nowhere
 */
export function care(petId, { url, user, token, memory = globalThis.sessionStorage }) {
  const base = directory(url);
  const path = encodeURIComponent(petId);
  const requests = new Requests(token);
  const at = (rest) => new URL(`v1/care/${path}${rest}`, base);
  const snapshot = async (signal) => {
    const plan = await jsonOf(await requests.send(at(''), { signal, cache: 'no-store' }));
    return { plan, position: plan.position };
  };
  const addresses = { socket: new URL(`care/${path}`, base), stream: at('/events'), pages: at('/operations') };
  const name = `petstore-live undone ${base} ${petId} ${user}`;
  const options = { ladder: waysTo('care', addresses, requests), requests, snapshot };
  return new LiveCare(user, { at, memory, name }, options).start();
}
