import { Ladder } from './ladder.js';
import { PollTransport } from './transports/poll.js';
import { SocketTransport } from './transports/socket.js';
import { StreamTransport } from './transports/stream.js';

const PADDING = 2_048;

/**
 * The ways to a stream of auction-service, the best first: its socket, the same events as a stream,
 * the same events page by page.
 *
 * @param {string} kind of what it is; what works for one works for others of its kind
 * @param {{socket: URL, stream: URL, pages: URL}} addresses
 * @param {import('./requests.js').Requests} requests
 */
export function waysTo(kind, { socket, stream, pages }, requests) {
  const rungs = [
    new SocketTransport(socket, requests),
    new StreamTransport(stream, requests, PADDING),
    new PollTransport(pages, requests),
  ];
  return new Ladder(rungs, globalThis.localStorage, `petstore-live ${stream.origin} ${kind}`);
}
