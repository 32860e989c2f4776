/** The home page: progress of every platform as it changes, and the form that starts a rollout. */
import { now, records } from '../browser/environment.ts'
import { cleanText, proposeRolloutId } from '../core/index.ts'
import { listRolloutIds } from '../stores/contents.ts'
import { progressOf } from '../stores/progress.ts'
import { createRollout } from '../stores/rollouts.ts'
import './notice.ts'
import { paintProgress } from './paint.ts'

for (const figure of document.querySelectorAll<HTMLElement>('[data-items]')) {
  const platform = figure.dataset['platform'] ?? ''
  const { $items, $rollout } = progressOf(platform)
  const paint = () => paintProgress(figure, platform, $items.get(), $rollout.get(), now())
  $items.subscribe(paint)
  $rollout.listen(paint)
}

const cockpit = document.querySelector<HTMLElement>('.cockpit')
if (cockpit && records.lastPlatform()) import('./cockpit/mount.tsx').then(({ mountCockpit }) => mountCockpit(cockpit))

class Start extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      const read = (name: string) => cleanText(String(new FormData(form).get(name) ?? '')).trim()
      const problem = form.querySelector('.problem')
      if (read('name') === '') {
        if (problem) problem.textContent = 'Give the rollout a name, like the service and its version.'
        form.querySelector<HTMLInputElement>('[name="name"]')?.focus()
        return
      }
      const [name, platform] = [read('name'), read('platform')]
      const given = ['environment', 'plannedLaunch'].filter((field) => read(field) !== '')
      const fields = Object.fromEntries(given.map((field) => [field, read(field)]))
      createRollout(proposeRolloutId(name, platform, listRolloutIds()), { name, platform, ...fields })
      location.assign(`${this.dataset['base']}${platform}/`)
    })
  }
}

customElements.define('golive-start', Start)
