import { copyText } from '../browser/copy-text.ts'

/** Copies the command it holds. */
class Command extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    button?.addEventListener('click', async () => {
      const code = this.querySelector('code')
      button.textContent = (await copyText(code?.textContent ?? '', code)) ? 'Copied' : 'Selected'
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 1500)
    })
  }
}

customElements.define('golive-command', Command)
