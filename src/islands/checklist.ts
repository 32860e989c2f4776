/** Binds the items and progress of a page to the stores. */
import { now } from '../browser/environment.ts'
import { pagePlatform } from '../browser/page-facts.ts'
import { progressOf, tickItem, writeNote } from '../stores/progress.ts'
import './command.ts'
import './notice.ts'
import { paintItem, paintProgress } from './paint.ts'

/** Long enough to write a note in a few changes, short enough that closing the tab loses no sentence. */
const noteDelayMs = 400

/** Made once: making a format takes longer than all else that a tick does. */
const timeFormat = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' })

class ChecklistItem extends HTMLElement {
  readonly #platform = pagePlatform ?? ''
  readonly #id = this.dataset['item'] ?? ''
  #stop: (() => void) | undefined
  #noteTimer: ReturnType<typeof setTimeout> | undefined

  connectedCallback() {
    const { $progress } = progressOf(this.#platform)
    const box = this.#find<HTMLInputElement>('input[type="checkbox"]')
    const note = this.#find<HTMLTextAreaElement>('textarea')
    const show = () => {
      const record = $progress.get()[this.#id]
      paintItem(this, record)
      // Never change a text under the fingers of whoever writes it.
      const isWritten = document.activeElement === note || this.#noteTimer !== undefined
      if (!isWritten && note.ariaInvalid !== 'true') note.value = record?.note?.value ?? ''
    }
    const tick = () => {
      const isStored = tickItem(this.#platform, this.#id, this.dataset['digest'] ?? '', box.checked)
      // What was refused is not shown as done.
      show()
      this.#say(isStored)
    }
    if (this.hasAttribute('data-early')) {
      this.removeAttribute('data-early')
      tick()
    } else show()
    this.#stop = $progress.listen((progress, before) => {
      if (progress[this.#id] !== before?.[this.#id]) show()
    })
    box.addEventListener('change', tick)
    note.addEventListener('input', () => {
      clearTimeout(this.#noteTimer)
      this.#noteTimer = setTimeout(() => this.#saveNote(note), noteDelayMs)
    })
    note.addEventListener('blur', () => this.#saveNote(note))
    addEventListener('pagehide', () => this.#saveNote(note))
  }

  disconnectedCallback() {
    this.#stop?.()
  }

  #saveNote(note: HTMLTextAreaElement) {
    if (this.#noteTimer === undefined) return
    clearTimeout(this.#noteTimer)
    this.#noteTimer = undefined
    const result = writeNote(this.#platform, this.#id, note.value)
    this.#find('.item-refusal').textContent = result.kind === 'refused' ? result.reason : ''
    note.ariaInvalid = String(result.kind === 'refused')
    this.#say(result.kind === 'written' && result.isStored)
  }

  #say(isStored: boolean) {
    this.#find('[data-saved]').textContent = isStored ? `saved ${timeFormat.format(now())}` : 'not saved'
  }

  #find<Found extends Element = Element>(selector: string): Found {
    const found = this.querySelector<Found>(selector)
    if (!found) throw new Error(`Cannot bind item "${this.#id}": it has no ${selector}`)
    return found
  }
}

/** Runs `work` once after the next frame, however often it is asked for: the tick itself is painted first. */
function afterFrame(work: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        isDue = false
        work()
      }),
    )
  }
}

/** A note that was refused is nowhere but in its field. */
addEventListener('beforeunload', (event) => {
  if (document.querySelector('.item-note [aria-invalid="true"]')) event.preventDefault()
})

if (pagePlatform !== undefined) {
  const { $progress, $rollout } = progressOf(pagePlatform)
  customElements.define('golive-item', ChecklistItem)
  const figures = document.querySelectorAll<HTMLElement>('[data-items]')
  const paintFigures = afterFrame(() => {
    for (const figure of figures) paintProgress(figure, $progress.get(), now())
  })
  $progress.listen(paintFigures)
  $rollout.subscribe(({ name }) => {
    for (const element of document.querySelectorAll('[data-rollout-name]')) element.textContent = name
  })
}
