/**
 * Shows stored work while the page is still being read, so that no box is seen empty that was ticked.
 *
 * Runs inside the head as a classic script. An element `<golive-restore>` stands last in whatever it restores: when
 * the parser connects it, everything before it in its parent exists.
 */
import { formerIdsOf, pagePlatform, termsOf } from '../browser/page-facts.ts'
import { openRecordReader } from '../browser/record-reader.ts'
import { storagePrefix } from '../browser/storage-prefix.ts'
import { describeRollout } from '../core/rollout.ts'
import { judgeItem } from '../core/status.ts'
import { paintItem, paintProgress } from './paint.ts'

const now = new Date()
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
    const platform = target?.dataset['platform'] ?? pagePlatform ?? records.lastPlatform()
    if (!target || !platform) return
    const id = records.currentRollout(platform)
    const rollout = describeRollout(id, records.readRollout(id))
    const { item, items, rolloutName } = target.dataset
    const read = (name: string) => records.readItem(id, name, formerIdsOf(platform, name))
    if (item !== undefined) {
      const record = read(item)
      paintItem(target, record, judgeItem(record, termsOf(platform, item), rollout, now))
    } else if (items !== undefined) {
      const progress = Object.fromEntries(items.split(' ').map((name) => [name, read(name)]))
      paintProgress(target, platform, progress, rollout, now)
    } else if (rolloutName !== undefined && target.firstChild) {
      target.firstChild.textContent = rollout.name
      target.closest('[hidden]')?.removeAttribute('hidden')
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
