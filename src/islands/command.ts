/** Copies the command it holds. */
class Command extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    button?.addEventListener('click', async () => {
      const text = this.querySelector('code')?.textContent ?? ''
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
      // Where copying is refused, the selected text is one key away from being copied.
      if (!isCopied) getSelection()?.selectAllChildren(this.querySelector('code') ?? this)
      button.textContent = isCopied ? 'Copied' : 'Selected'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 1500)
    })
  }
}

customElements.define('golive-command', Command)
