/** Where the connection is, and over which way. */
export interface StateDetail {
  state: 'connecting' | 'open' | 'waiting' | 'offline' | 'closed';
  transport?: 'websocket' | 'sse' | 'poll';
  /** What was seen last. */
  position?: string;
  /** Why it is not open, for people. */
  reason?: string;
}

export interface Live extends EventTarget {
  readonly state: StateDetail['state'];
  readonly transport?: StateDetail['transport'];
  readonly position?: string;
  close(): void;
  addEventListener(type: 'state', listener: (event: CustomEvent<StateDetail>) => void): void;
  addEventListener<T = Record<string, unknown>>(
    type: string,
    listener: (event: CustomEvent<T>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export interface Options {
  /** Where the service is. */
  url: string | URL;
  /** Called for a token, again when the last is no good any more; without it the cookie is shown. */
  token?: () => Promise<string>;
  /** A position to go on from. */
  after?: string;
}

export interface NotificationOptions extends Options {
  types?: string[];
  petId?: string;
  /** Whose they are: tabs with the same user share one connection; see the README. */
  user?: string;
}

/** What happens in the store. */
export function notifications(options: NotificationOptions): Live;

export interface Receipt {
  bidId: string;
  userId: string;
  amount: number;
  max?: number;
  leading?: boolean;
  position: string;
}

export interface LiveAuction extends Live {
  bid(amount: number): Promise<Receipt>;
  bidUpTo(max: number): Promise<Receipt>;
  buyNow(): Promise<Receipt>;
}

/** A live auction. */
export function auction(id: string, options: Options): LiveAuction;

/** What the server said no to. */
export class Refused extends Error {
  readonly code: string;
  readonly problem: { code: string; detail?: string; minimumBid?: number };
}
