/**
 * The service worker: keeps a whole copy of the site in the browser, and answers from it.
 *
 * A build brings a list of all files with their digests. A copy counts only when it is whole. One that is whole waits
 * until somebody asks for it; then it answers every page that is opened, while open pages keep the files of theirs.
 *
 * Ours and not Workbox's precaching: that loads one file after the other, knows one build only, and removes the files
 * of the one before while pages still need them. The list of files and their place in here are Workbox's.
 */
import type { SiteFile } from './addresses.ts'
import { startWorker } from './start-worker.ts'
import type { WorkerScope } from './worker-scope.ts'

declare const self: WorkerScope & { __WB_MANIFEST: readonly SiteFile[] }
/** Put in by the build. */
declare const GOLIVE_SITE_VERSION: string

startWorker(self, GOLIVE_SITE_VERSION, self.__WB_MANIFEST)
