/**
 * Shows stored work while the page is still being read, so that no box is seen empty that was ticked.
 *
 * Runs inside the head as a classic script. An element `<golive-restore>` stands last in whatever it restores: when
 * the parser connects it, everything before it in its parent exists.
 */
import { pagePlatform, records } from '../browser/environment.ts'
import { describeRollout } from '../core/rollout.ts'
import { paintItem, paintProgress } from './paint.ts'

for (const { content } of document.querySelectorAll<HTMLMetaElement>('meta[name="golive:formerly"]')) {
  const { platform, items }: { platform: string; items: Record<string, string[]> } = JSON.parse(content)
  records.renameItems(records.currentRollout(platform), items)
}

class Restore extends HTMLElement {
  connectedCallback() {
    const target = this.parentElement
    const platform = target?.dataset['platform'] ?? pagePlatform
    if (!target || !platform) return
    const rollout = records.currentRollout(platform)
    const { item, items, rolloutName } = target.dataset
    if (item !== undefined) paintItem(target, records.readItem(rollout, item))
    else if (items !== undefined) {
      const read = (id: string) => [id, records.readItem(rollout, id)] as const
      paintProgress(target, Object.fromEntries(items.split(' ').map(read)), new Date())
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
