/**
 * Shows stored work while the page is still being read, so that no box is seen empty that was ticked.
 *
 * Runs inside the head as a classic script. An element `<golive-restore>` stands last in whatever it restores: when
 * the parser connects it, everything before it in its parent exists.
 */
import { conditionsOf, formerIdsOf, pagePlatform } from '../browser/page-facts.ts'
import { openRecordReader } from '../browser/record-reader.ts'
import { storagePrefix } from '../browser/storage-prefix.ts'
import { applyTraits } from '../core/progress.ts'
import { describeRollout } from '../core/rollout.ts'
import { paintItem, paintProgress } from './paint.ts'

const records = openRecordReader((key) => {
  try {
    return localStorage.getItem(storagePrefix + key) ?? undefined
  } catch {
    // Blocked: the stores find out for themselves and say so.
    return undefined
  }
})

class Restore extends HTMLElement {
  connectedCallback() {
    const target = this.parentElement
    const platform = target?.dataset['platform'] ?? pagePlatform
    if (!target || !platform) return
    const rollout = records.currentRollout(platform)
    const { item, items, rolloutName } = target.dataset
    const ids = (item ?? items)?.split(' ')
    if (ids) {
      const former = formerIdsOf(platform)
      const stored = Object.fromEntries(ids.map((id) => [id, records.readItem(rollout, id, former[id])]))
      const progress = applyTraits(stored, conditionsOf(platform), records.readRollout(rollout)?.traits)
      if (item !== undefined) paintItem(target, progress[item])
      else paintProgress(target, progress, new Date())
    } else if (rolloutName !== undefined && target.firstChild) {
      target.firstChild.textContent = describeRollout(rollout, platform, records.readRollout(rollout)).name
    }
  }
}

customElements.define('golive-restore', Restore)

/**
 * A tick that is made before the page's script has come is marked, and `golive-item` stores it when it comes. If it
 * never comes, the row has said so from the start.
 */
document.addEventListener('change', ({ target }) => {
  const row =
    target instanceof HTMLInputElement && target.type === 'checkbox' && target.closest<HTMLElement>('[data-item]')
  if (!row || customElements.get('golive-item')) return
  row.toggleAttribute('data-early', true)
  const saved = row.querySelector('[data-saved]')
  if (saved) saved.textContent = 'not saved yet'
})
