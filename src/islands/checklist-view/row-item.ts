import type { ItemStatusKind } from '../../core/status.ts'
import { foldText } from '../../core/text.ts'
import { readWording } from '../wording.ts'
import type { ViewedItem } from './match.ts'

/** An item of the list with its row: what the page says of it is read from the page. */
export class RowItem implements ViewedItem {
  readonly row: HTMLElement
  readonly id: string
  readonly title: string
  readonly level: string
  readonly phase: string
  readonly owner: string
  readonly area: string
  state: ItemStatusKind = 'open'
  /** It does not apply because of the rollout's traits, and nobody has to answer it. */
  isExcluded = false
  /** Where what somebody wrote or answered stands in the row. */
  readonly #said: readonly Element[]
  #wording: string | undefined

  constructor(row: HTMLElement) {
    const [level, owner, phase] = row.querySelectorAll('.item-facts > span')
    this.row = row
    this.id = row.dataset['item'] ?? ''
    this.title = textOf(row.querySelector('label'))
    this.level = textOf(level)
    this.owner = textOf(owner)
    this.phase = textOf(phase)
    this.area = row.closest('section')?.dataset['area'] ?? ''
    this.#said = [...row.querySelectorAll('[data-standing], [data-proof], .item-note textarea')]
  }

  /** Its wording is read when something is looked for; what people say of it changes. */
  get folded(): string {
    this.#wording ??= foldText(`${this.id} ${readWording(this.row)}`)
    const said = this.#said.map((part) => (part instanceof HTMLTextAreaElement ? part.value : part.textContent))
    return `${this.#wording} ${foldText(said.join(' '))}`
  }

  get box(): HTMLInputElement | null {
    return this.row.querySelector('input')
  }

  get details(): HTMLDetailsElement | null {
    return this.row.querySelector('details')
  }
}

const textOf = (element: Element | null | undefined) => element?.textContent.trim() ?? ''
