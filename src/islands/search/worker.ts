/** A worker that may have failed before anybody listened to it. */
export interface SearchWorker {
  worker: Worker
  hasFailed?: true
}

/**
 * Starts Pagefind's worker, which loads at once what every search needs, see `src/build/search-worker.ts`.
 *
 * @param base Of the site, with a slash at its end.
 */
export function startWorker(base: string): SearchWorker {
  const started: SearchWorker = { worker: new Worker(`${base}pagefind/pagefind-worker.js`) }
  started.worker.onerror = () => {
    started.hasFailed = true
  }
  return started
}
