// The public face: two EventTargets, one for what happens in the store, one for an auction.
export { notifications } from './notifications.js';
export { auction } from './auction.js';
export { Refused } from './refused.js';
