/** The decisions that the page lists, as the build wrote them, and the wording that an answer is given for. */
import type { Decision, Level } from '../../core/schema.ts'

export interface PageDecision {
  item: string
  /** Title of the item that records the answer. */
  title: string
  level: Level
  section: string
  decision: Decision
  article: HTMLElement
}

export function readPageDecisions(): PageDecision[] {
  return [...document.querySelectorAll<HTMLElement>('.decision')].map((article) => ({
    item: article.id,
    title: textOf(article, '.decision-title'),
    level: textOf(article, '.level') as Level,
    section: textOf(article.closest('section') ?? article, 'h2'),
    decision: JSON.parse(article.dataset['decision'] ?? '{}'),
    article,
  }))
}

/**
 * A row of the item that is not in the page: stores keep the wording of what was answered as rows show it, see
 * `wording.ts`, and here it stands in another order.
 */
export function makeRow({ item, title, article }: PageDecision): HTMLElement {
  const row = document.createElement('div')
  row.dataset['item'] = item
  const heading = document.createElement('h3')
  const label = document.createElement('label')
  label.textContent = title
  heading.append(label)
  const parts = article.querySelectorAll('.level, .item-why, .item-check, [data-ask]')
  row.append(heading, ...[...parts].map((part) => part.cloneNode(true)))
  return row
}

const textOf = (within: Element, selector: string) => within.querySelector(selector)?.textContent?.trim() ?? ''
