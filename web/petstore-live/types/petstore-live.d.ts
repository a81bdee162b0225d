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

/** Who is at a place: all by name, or, of too many, only how many. */
export interface Here {
  count: number;
  users: string[];
}

export interface LiveAuction extends Live {
  /** Told as an event `here`, too; undefined until somebody has told. */
  readonly here?: Here;
  bid(amount: number): Promise<Receipt>;
  bidUpTo(max: number): Promise<Receipt>;
  buyNow(): Promise<Receipt>;
}

/** A live auction. */
export function auction(id: string, options: Options): LiveAuction;

/** Options of places where people work together. */
export interface PlaceOptions extends Omit<Options, 'after'> {
  /** Who one is. */
  user: string;
  /** Where what is not accepted yet survives a reload: `sessionStorage` if left out; null for nowhere. */
  memory?: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** Told as `refused-action`: what the server said no to is undone. */
export interface RefusedAction {
  message: Record<string, unknown>;
  error: Refused;
}

export interface ChatRoom {
  id: string;
  customer: string;
  subject?: string;
  about?: { kind: 'pet' | 'order' | 'auction'; id: string };
  status: 'WAITING' | 'ASSIGNED' | 'CLOSED';
  agent?: string;
  members: string[];
  openedAt: string;
}

/** Something that is to be seen in a chat. Without a position it is not accepted yet. */
export interface ChatEntry {
  type: 'message' | 'attachment' | 'agent-assigned' | 'closed' | 'reopened' | 'member-joined' | 'member-left';
  position?: string;
  /** Under which it was sent, if it was sent from here. */
  key?: string;
  at?: string;
  from?: string;
  text?: string;
  attachmentId?: string;
  contentType?: string;
  /** An image that is being sent. */
  blob?: Blob;
  userId?: string | null;
}

/** Tells `change` when there is something new in what it tells. */
export interface LiveChat extends Live {
  /** Empty until it is known. */
  readonly room: Partial<ChatRoom>;
  readonly entries: ChatEntry[];
  readonly hasEarlier: boolean;
  /** How many of the entries that others have written oneself has not read. */
  readonly unread: number;
  /** Others who are writing. */
  readonly typing: string[];
  readonly here?: Here;
  /** Others who have read what stands there. */
  seenBy(position: string): string[];
  /** Says something, once, however often the network fails; its receipt when it is durable. */
  say(text: string): Promise<{ position: string; at?: string }>;
  /** Sends an image of at most 256 KiB: PNG, JPEG, GIF or WebP. */
  attach(image: Blob): Promise<{ attachmentId: string; contentType: string; bytes: number; position: string }>;
  attachment(attachmentId: string): Promise<Blob>;
  /** To be called with each key. */
  types(): void;
  /** Oneself has read all that there is. */
  read(): void;
  /** Looks further back. */
  earlier(): Promise<void>;
  take(): Promise<ChatRoom>;
  /** Hands it on to another agent; back into the queue, without. */
  handOn(userId?: string | null): Promise<ChatRoom>;
  /** Closes the chat; `close()` ends the connection alone. */
  finish(): Promise<ChatRoom>;
  reopen(): Promise<ChatRoom>;
}

/** A support chat. */
export function chat(roomId: string, options: PlaceOptions): LiveChat;

export interface Task {
  id: string;
  text: string;
  done: boolean;
  due?: string;
  assignee?: string;
}

/** Tells `change` when there is something new in what it tells. */
export interface LiveCare extends Live {
  /** Empty until it is known. */
  readonly plan: { petId?: string; title?: string; owner?: string; members?: string[] };
  /** In their order, with what was done here and is not accepted yet. */
  readonly tasks: Task[];
  /** How much that is. */
  readonly unaccepted: number;
  /** Where others are. */
  readonly cursors: Map<string, { taskId: string; field?: string }>;
  readonly here?: Here;
  /** Adds a task and tells its id: last, after another, or first after null. */
  add(text: string, after?: string | null): string;
  /** Sets what is named; null takes `due` or `assignee` away. */
  edit(id: string, fields: { text?: string; due?: string | null; assignee?: string | null }): Promise<CareReceipt>;
  check(id: string, done: boolean): Promise<CareReceipt>;
  /** Puts a task after another, or first after null. */
  move(id: string, after: string | null): Promise<CareReceipt>;
  remove(id: string): Promise<CareReceipt>;
  /** Oneself is at a task; nowhere, after null. */
  at(taskId: string | null, field?: string): void;
}

export interface CareReceipt {
  position: string;
  effect?: string;
}

/** The care plan of a pet. */
export function care(petId: string, options: PlaceOptions): LiveCare;

/** What the server said no to. */
export class Refused extends Error {
  readonly code: string;
  readonly problem: { code: string; detail?: string; minimumBid?: number };
}
