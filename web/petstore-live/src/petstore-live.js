// The public face: EventTargets for what happens in the store, in an auction, in a chat, in a care plan.
export { notifications } from './notifications.js';
export { auction } from './auction.js';
export { chat } from './chat.js';
export { care } from './care.js';
export { Refused } from './refused.js';
