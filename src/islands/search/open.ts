import { SearchDialog } from './dialog.ts'
import type { SearchWorker } from './worker.ts'

let dialog: SearchDialog | undefined

/**
 * @param base Of the site, with a slash at its end.
 * @param styled Over when the dialog's style holds.
 */
export async function openSearch(base: string, worker: SearchWorker, styled: Promise<void>): Promise<void> {
  dialog ??= new SearchDialog(base, worker)
  await dialog.open(styled)
}
