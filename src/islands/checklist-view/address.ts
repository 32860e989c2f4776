/** Keeps a view and the address of the page alike, in both directions. */
import { formatQuery, parseQuery } from './query.ts'
import type { ChecklistView } from './view.ts'

/** @param tell Told what the address asks for and the list does not show. */
export function followAddress(view: ChecklistView, tell: (text: string) => void): void {
  let isReading = false
  const read = () => {
    const { query, unknown } = parseQuery(location.search, view.known)
    // Steps within the page change the address too.
    if (formatQuery(query) !== formatQuery(view.$shown.get().query)) {
      isReading = true
      view.setQuery(query)
      isReading = false
    }
    const text = describeMisses(unknown, findHidden(view))
    if (text) tell(text)
  }
  read()
  addEventListener('popstate', read)
  view.$shown.listen(({ query }, before) => {
    if (isReading || query === before?.query) return
    const search = formatQuery(query, location.search)
    if (search === location.search) return
    const textBefore = before?.query.text ?? ''
    // Letters of one text are no steps of their own.
    const isTyped = query.text !== textBefore && query.text !== '' && textBefore !== ''
    history[isTyped ? 'replaceState' : 'pushState'](history.state, '', `${location.pathname}${search}${location.hash}`)
  })
}

/** The item that the address leads to, where the filters leave it out. */
function findHidden(view: ChecklistView): string | undefined {
  const item = view.all.find(({ id }) => location.hash === `#${id}`)
  return item && !view.$shown.get().items.includes(item) ? item.title : undefined
}

export function describeMisses(unknown: readonly string[], hidden: string | undefined): string {
  return [
    unknown.length > 0 && `Passed over, because this checklist has no such thing: ${unknown.join(', ')}.`,
    hidden && `The address leads to “${hidden}”, which the filters leave out.`,
  ]
    .filter(Boolean)
    .join(' ')
}
