import { SearchDialog } from './dialog.ts'
import type { EarlyWorker } from './engine.ts'

let dialog: SearchDialog | undefined

/** @param base Of the site, with a slash at its end. */
export function openSearch(base: string, worker: EarlyWorker | undefined): Promise<void> {
  dialog ??= new SearchDialog(base, worker)
  return dialog.open()
}
