import { render } from 'preact'
import { progressOf } from '../../stores/progress.ts'
import '../notice.ts'
import { DecisionRow } from './DecisionRow.tsx'
import { $reader, platform, watch } from './desk.ts'
import { followLinks, paintRows } from './filter.ts'
import { readPageDecisions } from './page.ts'
import { Toolbar } from './Toolbar.tsx'

const decisions = readPageDecisions()
const bar = document.querySelector('.decision-bar')

if (bar) render(<Toolbar decisions={decisions} />, bar)
for (const page of decisions) {
  const host = page.article.querySelector('.decision-live')
  if (host) render(<DecisionRow page={page} />, host)
}
watch(() => paintRows(decisions))
document.documentElement.classList.remove('is-waking')
followLinks()

/** Whether stored answers still fit takes a library for addresses, which nobody without answers needs. */
const stop = progressOf(platform).$items.subscribe((items) => {
  if (!Object.values(items).some((record) => (record?.answer?.value ?? null) !== null)) return
  import('../../core/answer.ts').then(
    (reader) => {
      $reader.set(reader)
      stop()
    },
    // Without it every stored answer counts as one; the next change tries again.
    () => {},
  )
})

const hosts = [...document.querySelectorAll<HTMLElement>('[data-planning]')]
if (hosts.length > 0) {
  import('./planning.tsx').then(
    ({ showPlanning }) => showPlanning(hosts, decisions),
    () => {
      for (const host of hosts)
        host.textContent = 'This part could not be loaded. Check the connection and reload the page.'
    },
  )
}
