import { create } from '../../browser/elements.ts'
import { pick } from './dom.ts'
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
    const { length } = this.#hits
    // A browser takes milliseconds for the first number that it sets: the first answer shall not wait for that.
    const count = length < 1000 ? String(length) : length.toLocaleString('en')
    return length === 1 ? '1 result' : `${count} results`
  }

  /**
   * Adds the next page: its first result as soon as that is there, the others when people see it.
   *
   * @param onFirst Called when the first of them is in the list.
   */
  async addPage(isCurrent: () => boolean, onFirst: () => void = () => undefined): Promise<void> {
    const start = this.#list.childElementCount
    const [first, ...others] = this.#hits.slice(start, start + pageSize)
    if (!first || !(await this.#add([first], isCurrent))) return
    onFirst()
    await painted()
    if (await this.#add(others, isCurrent)) this.#offerMore(isCurrent)
  }

  /** @returns Whether they were added: nobody may wait for them any more. */
  async #add(hits: readonly Hit[], isCurrent: () => boolean): Promise<boolean> {
    const all = await Promise.all(hits.map((hit) => hit()))
    if (!isCurrent()) return false
    this.#list.append(...all.map((found) => renderFound(found, this.#words)))
    return true
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

/** After the next frame; at once in a page that nobody looks at, where there are none. */
const painted = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
