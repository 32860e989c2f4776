/** From a change of what is asked for to what is shown for it. */
import { pick } from './dom.ts'
import { type Engine, startEngine } from './engine.ts'
import type { FacetControls } from './facets.ts'
import { countFacets, find } from './find.ts'
import { keepLatest, type Latest } from './keep-latest.ts'
import { advise } from './nothing.ts'
import { parseQuery } from './query.ts'
import { renderRecent } from './recent-list.ts'
import { ResultList } from './result-list.ts'
import { type SearchWorker, startWorker } from './worker.ts'

/** How long an answer may take before the dialog says that it is on its way. */
const patienceMs = 150
const hint = 'Guides, items, decisions, commands and option names: two letters or more.'

/** What it asks of the dialog. */
export interface View {
  input: HTMLInputElement
  facets: FacetControls
  say(text: string): void
  show(content: HTMLElement | undefined): void
}

export class Answering {
  readonly #base: string
  readonly #view: View
  readonly #latest: Latest
  #engine: Engine
  /** The words of the last answer, for the counts of the filters. */
  #words: readonly string[] = []
  /** Tells that an answer takes a while. */
  #late: ReturnType<typeof setTimeout> | undefined

  constructor(base: string, worker: SearchWorker, view: View) {
    this.#base = base
    this.#view = view
    this.#engine = startEngine(worker)
    this.#latest = keepLatest((isCurrent) => this.#answer(isCurrent))
  }

  /** Answers what the field and the filters ask for now. */
  run = (): void => this.#latest.run()

  /** The answer, while it is on its way. */
  running = (): Promise<void> | undefined => this.#latest.running()

  /** Puts a question into the field. */
  ask = (query: string): void => {
    this.#view.input.value = query
    this.#view.input.focus()
    this.run()
  }

  /** Counts come after what was found: nobody waits for them. */
  count = (isCurrent: () => boolean = () => true): void => {
    const { facets } = this.#view
    if (!facets.details.open) return
    countFacets(this.#engine, this.#words, facets.chosen()).then(
      (counts) => isCurrent() && facets.setCounts(counts),
      // The next search tells of it.
      () => undefined,
    )
  }

  /** Lets go of what was found, where it has become much. */
  rest(): void {
    if (!this.running() && this.#engine.isFull()) this.#restart()
  }

  async #answer(isCurrent: () => boolean): Promise<void> {
    this.#late = setTimeout(() => this.#view.say('Searching…'), patienceMs)
    await this.#answerOnce(isCurrent).catch(() => isCurrent() && this.#showFailure())
    clearTimeout(this.#late)
  }

  async #answerOnce(isCurrent: () => boolean): Promise<void> {
    const { input, facets } = this.#view
    const query = input.value.trim()
    const filters = facets.chosen()
    if (parseQuery(query).length === 0 && Object.keys(filters).length === 0) return this.#showStart(isCurrent)
    const answer = await find(this.#engine, query, filters)
    if (!isCurrent()) return
    if (answer.kind === 'found') {
      const list = new ResultList(answer)
      await list.addPage(isCurrent, () => this.#show(list.describe(), list.element))
    } else {
      const { choose, clear: clearFilters } = facets
      const search = { engine: this.#engine, base: this.#base, filters, ask: this.ask, choose, clearFilters }
      const { text, offers } = await advise(answer, search)
      if (isCurrent()) this.#show(text, offers)
    }
    if (!('words' in answer) || !isCurrent()) return
    this.#words = answer.words
    this.count(isCurrent)
  }

  #showStart(isCurrent: () => boolean): void {
    this.#words = []
    this.#show(
      hint,
      renderRecent(this.ask, () => this.#view.input.focus()),
    )
    // Whoever types at once is not held up by counts.
    setTimeout(() => isCurrent() && this.count(isCurrent), 2 * patienceMs)
  }

  #showFailure(): void {
    this.#engine.stop()
    const again = pick('Try again', () => {
      this.#restart()
      this.ask(this.#view.input.value)
    })
    this.#show('The search could not be loaded. Check the connection.', again)
  }

  #restart(): void {
    this.#engine.stop()
    this.#engine = startEngine(startWorker(this.#base))
  }

  #show(text: string, content: HTMLElement | undefined): void {
    clearTimeout(this.#late)
    this.#view.say(text)
    this.#view.show(content)
  }
}
