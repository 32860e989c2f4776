/** Shows only what is asked for: rows, and sections that have any. */
import { $onlyGaps, $open, filterGaps, standingOf } from './desk.ts'
import type { PageDecision } from './page.ts'
import { isGap } from './standing.ts'

export function paintRows(decisions: readonly PageDecision[]): void {
  for (const each of decisions) {
    const standing = standingOf(each)
    const isOpen = $open.get().has(each.item)
    each.article.dataset['standing'] = standing.kind
    each.article.toggleAttribute('data-open', isOpen)
    each.article.hidden = $onlyGaps.get() && !isGap(standing) && !isOpen
  }
  for (const section of new Set(decisions.map(({ article }) => article.closest('section')))) {
    if (section) section.hidden = !section.querySelector('.decision:not([hidden])')
  }
}

/** After a row was filtered away under the focus, the next one has it; after the last, the one before. */
export function focusBeside({ article }: PageDecision): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.decision')].filter((row) => !row.hidden || row === article)
  const index = rows.indexOf(article)
  const target = rows[index + 1] ?? rows[index - 1]
  const button = target?.querySelector<HTMLElement>('.decision-line button')
  if (button) button.focus()
  else document.querySelector<HTMLElement>('.decision-bar input')?.focus()
}

/** A link to a row that is filtered away shows it again. */
export function followLinks(): void {
  const show = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest('[hidden]')) return
    filterGaps(false)
    target.scrollIntoView()
  }
  addEventListener('hashchange', show)
  show()
}
