/** What pages and the service worker tell each other. Both may be of different builds: unknown kinds are ignored. */

/** From a page; answered with `CopyFacts` through the port that comes with it, once what was asked for is done. */
export type PageMessage =
  /** @property version Build of the page, as its head says. */
  | { kind: 'hello'; version: string }
  /** Loads what is missing of the copy, though the browser is to save data. */
  | { kind: 'fill' }
  /** Lets the next update load, though the browser is to save data. */
  | { kind: 'want-update' }
  /** To the worker that waits: take over now, or be quiet about waiting. */
  | { kind: 'use' }
  | { kind: 'later' }

/** From a worker to every open page. */
export type WorkerMessage =
  | { kind: 'filling'; part: FillPart; doneBytes: number; totalBytes: number }
  | { kind: 'failed'; part: FillPart; cause: FillFault }
  | { kind: 'later' }

/** What is being loaded: the only copy there is, or one beside it. */
export type FillPart = 'copy' | 'update'

/** Why a copy is not whole: the browser has no room, or files did not come as they were built. */
export type FillFault = 'room' | 'files'

/** What a worker knows of its copy. */
export interface CopyFacts {
  /** Build that the copy is of. */
  version: string
  bytes: number
  /** When the copy was whole, RFC 3339. */
  storedAt: string | undefined
  isWhole: boolean
  /** Whether somebody was told that this version waits, and chose to go on with the one before. */
  isLater: boolean
}
