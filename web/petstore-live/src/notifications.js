import { Ladder } from './ladder.js';
import { LiveConnection } from './live-connection.js';
import { directory } from './places.js';
import { Requests } from './requests.js';
import { SharedStream } from './shared-stream.js';
import { PollTransport } from './transports/poll.js';
import { StreamTransport } from './transports/stream.js';

const PADDING = 2_048;

/**
 * What happens in the store, as an EventTarget: `adoption`, `status-change`, `price-change`,
 * `inventory`, `order`, `notification`, … with the content as `detail`, `reset` when something was
 * missed that is no longer kept, and `state`.
 *
 * @param {object} options
 * @param {string} options.url where notification-service is
 * @param {() => Promise<string>} [options.token] called for a token; without it the cookie is shown
 * @param {string[]} [options.types] only these
 * @param {string} [options.petId] only of this pet
 * @param {string} [options.after] a position to go on from; `earliest` for all that is kept
 * @param {string} [options.user] whose they are: tabs with the same user share one connection. Left
 *     out they share the cookie's; with tokens of a callback, whoever they are for, they share none
 */
export function notifications({ url, token, types = [], petId, after, user = token ? undefined : '' }) {
  const requests = new Requests(token);
  const stream = filtered(new URL('v1/pets/notifications', directory(url)), types, petId);
  const history = filtered(new URL('v1/notifications', directory(url)), types);
  const connect = (position) =>
    new LiveConnection({
      ladder: new Ladder(
        [new StreamTransport(stream, requests, PADDING), new PollTransport(history, requests)],
        globalThis.localStorage,
        `petstore-live ${stream.origin}`,
      ),
      requests,
      after: position ?? after,
    });
  const shared = user !== undefined && SharedStream.isPossible;
  return (shared ? new SharedStream(`petstore-live ${stream} ${user}`, connect) : connect()).start();
}

function filtered(url, types, petId) {
  if (types.length > 0) {
    url.searchParams.set('types', types.join(','));
  }
  if (petId) {
    url.searchParams.set('petId', petId);
  }
  return url;
}
