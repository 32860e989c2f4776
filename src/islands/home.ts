/** The home page: progress of every platform as it changes, and the form that starts a rollout. */
import { now } from '../browser/environment.ts'
import { changeRollout, progressOf } from '../stores/progress.ts'
import './notice.ts'
import { paintProgress } from './paint.ts'

for (const figure of document.querySelectorAll<HTMLElement>('[data-items]')) {
  const { $progress } = progressOf(figure.dataset['platform'] ?? '')
  $progress.subscribe((progress) => paintProgress(figure, progress, now()))
}

class Start extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      const read = (name: string) => String(new FormData(form).get(name) ?? '').trim()
      const problem = form.querySelector('.problem')
      if (read('name') === '') {
        if (problem) problem.textContent = 'Give the rollout a name, like the service and its version.'
        form.querySelector<HTMLInputElement>('[name="name"]')?.focus()
        return
      }
      const platform = read('platform')
      for (const name of ['name', 'environment', 'plannedLaunch'] as const) {
        if (read(name) !== '') changeRollout(platform, name, read(name))
      }
      location.assign(`${this.dataset['base']}${platform}/`)
    })
  }
}

customElements.define('golive-start', Start)
