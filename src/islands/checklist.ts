/** Binds the items and progress of a page to the stores. */
import { afterFrame } from '../browser/after-frame.ts'
import { now, storage } from '../browser/environment.ts'
import { pagePlatform, termsOf } from '../browser/page-facts.ts'
import { keptKey } from '../browser/record-reader.ts'
import { areKeysOn } from '../browser/single-keys.ts'
import { judgeItem } from '../core/status.ts'
import { type ChangeResult, progressOf, tickItem, writeNote } from '../stores/progress.ts'
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
  #isBound = false
  #noteTimer: ReturnType<typeof setTimeout> | undefined
  /** Rollout whose note is being written, and time of the last version of it that was stored. */
  #writing: { rollout: string; amends?: string | undefined } | undefined

  connectedCallback() {
    // A row that is put into another group comes again, with everything that it has.
    if (this.#isBound) return
    this.#isBound = true
    const { $items, $rollout } = progressOf(this.#platform)
    const box = this.#find<HTMLInputElement>('input[type="checkbox"]')
    const note = this.#find<HTMLTextAreaElement>('textarea')
    const details = this.#find<HTMLDetailsElement>('details')
    const show = () => {
      const record = $items.get()[this.#id]
      paintItem(this, record, judgeItem(record, termsOf(this.#platform, this.#id), $rollout.get(), now()))
      // Never change a text under the fingers of whoever writes it.
      if (!this.#writing && note.ariaInvalid !== 'true') note.value = record?.note?.value ?? ''
    }
    const tick = () => {
      const result = tickItem(this.#platform, this.#id, box.checked)
      // What was refused is not shown as done.
      show()
      this.#tell(result)
      afterAnswer(this, result)
    }
    if (this.hasAttribute('data-early')) {
      this.removeAttribute('data-early')
      tick()
    } else show()
    $items.listen((items, before) => {
      if (items[this.#id] !== before?.[this.#id]) show()
    })
    $rollout.listen(({ id }, before) => {
      if (id !== before?.id) this.#saveNote(note, true)
      show()
    })
    box.addEventListener('change', tick)
    note.addEventListener('input', () => {
      this.#writing ??= { rollout: $rollout.get().id }
      clearTimeout(this.#noteTimer)
      this.#noteTimer = setTimeout(() => this.#saveNote(note), noteDelayMs)
    })
    note.addEventListener('blur', () => this.#saveNote(note, true))
    addEventListener('pagehide', () => this.#saveNote(note))
    details.addEventListener('toggle', async () => {
      if (!details.open) return
      const panel = await import('./item/open.tsx').catch(() => undefined)
      if (panel) panel.openItemPanel(this, this.#platform, this.#id)
      else
        this.#find('.item-refusal').textContent =
          'States and evidence could not be loaded. Check the connection, close this and open it again.'
    })
  }

  #saveNote(note: HTMLTextAreaElement, isFinished = false) {
    const writing = this.#writing
    if (writing && this.#noteTimer !== undefined) {
      clearTimeout(this.#noteTimer)
      this.#noteTimer = undefined
      const result = writeNote(this.#platform, this.#id, note.value, writing)
      writing.amends = progressOf(this.#platform).$items.get()[this.#id]?.note?.at
      note.ariaInvalid = String(result.kind === 'refused')
      this.#tell(result)
    }
    if (isFinished) this.#writing = undefined
  }

  /** Says "saved" only of what the device holds; a refusal says why. */
  #tell(result: ChangeResult) {
    const isStored = result.kind === 'written' && result.isStored
    this.#find('[data-saved]').textContent = isStored ? `saved ${timeFormat.format(now())}` : 'not saved'
    this.#find('.item-refusal').textContent = result.kind === 'refused' ? result.reason : ''
  }

  #find<Found extends Element = Element>(selector: string): Found {
    const found = this.querySelector<Found>(selector)
    if (!found) throw new Error(`Cannot bind item "${this.#id}": it has no ${selector}`)
    return found
  }
}

/** What an answer asks for besides being stored; it may come late, so it is loaded when nothing else is to be done. */
function afterAnswer(row: HTMLElement, result: ChangeResult): void {
  if (result.kind !== 'written') return
  const load = () => import('./after-answer.ts').then(({ afterAnswer }) => afterAnswer(row))
  if ('requestIdleCallback' in window) requestIdleCallback(load)
  else setTimeout(load, 200)
}

/** A note that was refused is nowhere but in its field. */
addEventListener('beforeunload', (event) => {
  if (document.querySelector('.item-note [aria-invalid="true"]')) event.preventDefault()
})

if (pagePlatform !== undefined) {
  const platform = pagePlatform
  const { $items, $rollout } = progressOf(platform)
  customElements.define('golive-item', ChecklistItem)
  const figures = document.querySelectorAll<HTMLElement>('[data-items]')
  const paintFigures = afterFrame(() => {
    for (const figure of figures) paintProgress(figure, platform, $items.get(), $rollout.get(), now())
  })
  $items.listen(paintFigures)
  $rollout.subscribe(({ name }) => {
    for (const element of document.querySelectorAll('[data-rollout-name]')) element.textContent = name
    paintFigures()
  })
  const keptFile = document.querySelector<HTMLElement>('.kept-file')
  if (keptFile && storage.read(keptKey($rollout.get().id)) !== undefined) {
    import('./kept-file/sync.ts').then(({ keepPageInFile }) => keepPageInFile(platform, keptFile))
  }
}

const viewBar = document.querySelector<HTMLElement>('.view-bar')
if (viewBar) {
  const openView = (event?: Event) =>
    import('./checklist-view/open.tsx').then(
      ({ openView }) => openView(viewBar, event),
      // The key is pressed again by whoever misses what it does.
      () =>
        event?.type === 'keydown' ||
        alert('The filters could not be loaded. Check the connection, and reload the page.'),
    )
  viewBar.addEventListener('click', openView)
  addEventListener('keydown', (event) => 'jkxef?'.includes(event.key) && areKeysOn() && openView(event))
  if (location.search) openView()
}
