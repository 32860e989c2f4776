import { create } from '../../browser/elements.ts'
import { pick } from './dom.ts'
import { clearRecent, readRecent, removeRecent } from './recent.ts'

/** The last searches, to search again or to forget; undefined while there are none. */
export function renderRecent(ask: (query: string) => void, onEmpty: () => void): HTMLElement | undefined {
  const queries = readRecent()
  if (queries.length === 0) return undefined
  const list = create('ul')
  const section = create(
    'section',
    { className: 'search-recent' },
    create('h2', { textContent: 'Recent searches' }),
    list,
  )
  const leave = () => {
    section.remove()
    onEmpty()
  }
  for (const query of queries) {
    const remove = create('button', { type: 'button', textContent: '✕', ariaLabel: `Forget “${query}”` })
    const entry = create(
      'li',
      {},
      pick(query, () => ask(query)),
      remove,
    )
    remove.addEventListener('click', () => {
      removeRecent(query)
      const next = entry.nextElementSibling ?? entry.previousElementSibling
      entry.remove()
      const button = next?.querySelector<HTMLButtonElement>('button:last-child')
      if (button) button.focus()
      else leave()
    })
    list.append(entry)
  }
  const clear = create('button', { type: 'button', textContent: 'Forget all' })
  clear.addEventListener('click', () => {
    clearRecent()
    leave()
  })
  section.append(clear)
  return section
}
