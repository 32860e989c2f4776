/** Opens the search dialog, by button or key; the dialog's code is loaded the first time. */
import { loadStyle } from '../browser/load-style.ts'
import { areKeysOn, isTyping } from '../browser/single-keys.ts'
import styleUrl from '../styles/search-dialog.css?url'
import { type SearchWorker, startWorker } from './search/worker.ts'

let worker: SearchWorker | undefined

class Search extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => this.#open())
    document.addEventListener('keydown', (event) => {
      const isHeld = event.ctrlKey || event.metaKey
      if (isHeld ? event.key !== 'k' : event.key !== '/' || event.altKey || isTyping(event.target) || !areKeysOn())
        return
      event.preventDefault()
      this.#open()
    })
  }

  #open() {
    const base = this.dataset['base'] ?? '/'
    // What is needed sets out at once, first what has the longest way to go.
    worker ??= startWorker(base)
    const started = worker
    const styled = loadStyle(styleUrl)
    import('./search/open.ts').then(
      ({ openSearch }) => openSearch(base, started, styled),
      () => alert('The search could not be loaded: check the connection and try again.'),
    )
  }
}

customElements.define('golive-search', Search)
