/**
 * What the service worker uses of the place it runs in.
 *
 * Written down here because TypeScript's library for workers cannot stand beside that for pages in one program.
 */
export interface WorkerScope {
  readonly caches: CacheStorage
  readonly clients: WorkerClients
  readonly navigator: Navigator & DataSaver
  readonly registration: ServiceWorkerRegistration
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: WaitEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchedEvent) => void): void
  addEventListener(type: 'message', listener: (event: TellEvent) => void): void
}

export interface WorkerClients {
  /** Pages and their workers; those that this worker controls, unless all are asked for. */
  matchAll(options?: { includeUncontrolled?: boolean; type?: 'all' | 'window' }): Promise<readonly WorkerClient[]>
  claim(): Promise<void>
}

/** An open page, or a worker that one started. */
export interface WorkerClient {
  readonly id: string
  postMessage(message: unknown): void
}

export interface WaitEvent {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchedEvent extends WaitEvent {
  readonly request: Request
  /** Who asks; empty when a page is opened. */
  readonly clientId: string
  /** Who comes into being by the answer: a page or a worker. */
  readonly resultingClientId: string
  respondWith(answer: Promise<Response>): void
}

export interface TellEvent extends WaitEvent {
  readonly data: unknown
  readonly source: WorkerClient | null
  readonly ports: readonly MessagePort[]
}

/** Not every browser tells of a wish to save data. */
export interface DataSaver {
  readonly connection?: { readonly saveData?: boolean }
}
