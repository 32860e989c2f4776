/** Opens the search dialog, by button or key; the dialog's code is loaded the first time. */
import type { EarlyWorker } from './search/engine.ts'

let early: EarlyWorker | undefined

class Search extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => this.#open())
    document.addEventListener('keydown', (event) => {
      const isHeld = event.ctrlKey || event.metaKey
      if (isHeld ? event.key !== 'k' : event.key !== '/' || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      this.#open()
    })
  }

  #open() {
    const base = this.dataset['base'] ?? '/'
    // What searches has the longest way to go: it sets out before the dialog's code is asked for.
    const started: EarlyWorker = early ?? { worker: new Worker(`${base}pagefind/pagefind-worker.js`) }
    early = started
    started.worker.onerror = () => {
      started.hasFailed = true
    }
    import('./search/open.ts').then(
      ({ openSearch }) => openSearch(base, started),
      () => alert('The search could not be loaded: check the connection and try again.'),
    )
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type="checkbox"])')
}

customElements.define('golive-search', Search)
