/** Keeps the rollout that a page shows in its file while people tick. Loaded only where a rollout has one. */

import { $keptFiles, keptFileOf, syncKeptFile } from '../../stores/kept-file.ts'
import { progressOf } from '../../stores/progress.ts'
import { describeKeptFile } from './words.ts'

/** Long enough to write a burst of ticks once, short enough that a checkout is up to date when one looks. */
const syncDelayMs = 800

export function keepPageInFile(platform: string, element: HTMLElement): void {
  const { $items, $rollout } = progressOf(platform)
  let timer: ReturnType<typeof setTimeout> | undefined
  const sync = (mayAsk = false) => void syncKeptFile($rollout.get().id, mayAsk)
  const syncSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(sync, syncDelayMs)
  }
  const proceed = document.createElement('button')
  proceed.type = 'button'
  proceed.textContent = 'Continue'
  proceed.addEventListener('click', () => sync(true))
  const show = () => {
    const file = keptFileOf($rollout.get().id)
    element.replaceChildren(describeKeptFile(file), ...(file.kind === 'asking' ? [' ', proceed] : []))
  }
  $keptFiles.listen(show)
  $items.listen(syncSoon)
  $rollout.listen(syncSoon)
  // Whoever comes back to the tab may have pulled or edited the file meanwhile.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sync())
  show()
  sync()
}
