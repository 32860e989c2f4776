/** Opens the search dialog, by button or key; the dialog's code is loaded the first time. */
class Search extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => this.#open())
    document.addEventListener('keydown', (event) => {
      const isShortcut = event.key === 'k' && (event.ctrlKey || event.metaKey)
      if (
        !isShortcut &&
        (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      )
        return
      event.preventDefault()
      this.#open()
    })
  }

  async #open() {
    const { openSearch } = await import('./search-dialog.ts')
    openSearch(this.dataset['base'] ?? '/')
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type="checkbox"])')
}

customElements.define('golive-search', Search)
