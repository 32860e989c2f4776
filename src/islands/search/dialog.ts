/** The search dialog: a field, filters, and what was found, or what to do about nothing. */
import { create } from '../../browser/elements.ts'
import { Answering } from './answering.ts'
import { buildFacets } from './facets.ts'
import { onKey } from './keys.ts'
import { addRecent } from './recent.ts'
import type { SearchWorker } from './worker.ts'

export class SearchDialog {
  readonly #answering: Answering
  readonly #element = create('dialog', { className: 'search-dialog', ariaLabel: 'Search' })
  readonly #input = create('input', { type: 'search', placeholder: 'Search', ariaLabel: 'Search' })
  readonly #facets = buildFacets(() => this.#answering.run())
  readonly #status = create('p', { role: 'status' })
  #body = create('div')

  /** @param worker The one that the page started when somebody asked for the dialog. */
  constructor(base: string, worker: SearchWorker) {
    this.#answering = new Answering(base, worker, {
      input: this.#input,
      facets: this.#facets,
      say: (text) => this.#say(text),
      show: (content) => this.#show(content),
    })
    const close = create('button', { type: 'button', textContent: 'Close' })
    Object.assign(this.#input, { autocomplete: 'off', spellcheck: false })
    this.#element.append(close, this.#input, this.#facets.element, this.#status, this.#body)
    close.addEventListener('click', () => this.#element.close())
    this.#input.addEventListener('input', this.#answering.run)
    this.#element.addEventListener('keydown', (event) =>
      onKey(event, this.#element, this.#input, this.#answering.running),
    )
    this.#element.addEventListener('click', (event) => this.#onClick(event))
    this.#element.addEventListener('close', () => this.#answering.rest())
    document.body.append(this.#element)
  }

  /** Opens it with what it showed when it was closed. */
  async open(styled: Promise<void>): Promise<void> {
    // What is stored may have changed since the last answer.
    this.#answering.run()
    await styled
    if (!this.#element.open) this.#element.showModal()
    this.#input.select()
    this.#facets.details.ontoggle = () => this.#answering.count()
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text
  }

  /** A new element begins at its top, without asking the browser for any measure. */
  #show(content: HTMLElement | undefined): void {
    const body = create('div', { className: 'search-body' }, ...(content ? [content] : []))
    this.#body.replaceWith(body)
    this.#body = body
  }

  #onClick(event: MouseEvent): void {
    const { target } = event
    // A click on the backdrop is a click on the dialog itself: its content covers the rest.
    if (target === this.#element) this.#element.close()
    if (!(target instanceof Element && target.closest('a'))) return
    addRecent(this.#input.value.trim())
    // Opened elsewhere, the result leaves this page, and the search in it, as they are.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.#element.close()
  }
}
