import { create, pick } from './dom.ts'
import type { Hit } from './engine.ts'
import { pageSize } from './page-size.ts'
import { renderFound } from './results.ts'

/** What was found, a page at a time: what nobody sees yet is not fetched. */
export class ResultList {
  readonly element = create('div')
  readonly #list = create('ol')
  readonly #hits: readonly Hit[]
  readonly #words: readonly string[]

  constructor({ hits, words }: { hits: readonly Hit[]; words: readonly string[] }) {
    this.#hits = hits
    this.#words = words
    this.element.append(this.#list)
  }

  describe(): string {
    return this.#hits.length === 1 ? '1 result' : `${this.#hits.length.toLocaleString('en')} results`
  }

  /**
   * Adds the next page, each result as soon as those before it are there.
   *
   * @param onFirst Called when the first of them is in the list.
   */
  async addPage(isCurrent: () => boolean, onFirst: () => void = () => undefined): Promise<void> {
    const start = this.#list.childElementCount
    const page = this.#hits.slice(start, start + pageSize).map((hit) => hit())
    // One that fails fails the page; nobody else waits for the others.
    for (const loading of page) loading.catch(() => undefined)
    for (const loading of page) {
      const found = await loading
      if (!isCurrent()) return
      this.#list.append(renderFound(found, this.#words))
      if (this.#list.childElementCount === start + 1) onFirst()
    }
    this.#offerMore(isCurrent)
  }

  #offerMore(isCurrent: () => boolean): void {
    const shown = this.#list.childElementCount
    const left = this.#hits.length - shown
    if (left <= 0) return
    const more = pick(`Show ${Math.min(left, pageSize)} more of ${left.toLocaleString('en')}`, () => {
      const goOn = () => this.#list.children[shown]?.querySelector('a')?.focus()
      this.addPage(isCurrent, goOn).then(
        () => more.remove(),
        () => {
          more.textContent = 'More could not be loaded: try again'
        },
      )
    })
    this.element.append(more)
  }
}
