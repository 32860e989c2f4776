/** Where the rollout of this page's platform stands, loaded when somebody asks. */
import { loadStyle } from '../browser/load-style.ts'
import cockpitStyle from '../styles/cockpit.css?url'
import screensStyle from '../styles/screens.css?url'

const details = document.querySelector<HTMLDetailsElement>('.standing')
const cockpit = details?.querySelector<HTMLElement>('.cockpit')

details?.addEventListener('toggle', async () => {
  if (!details.open || !cockpit || cockpit.childElementCount > 0) return
  try {
    const styles = [loadStyle(screensStyle), loadStyle(cockpitStyle)]
    const [{ mountCockpit }] = await Promise.all([import('./cockpit/mount.tsx'), ...styles])
    mountCockpit(cockpit)
  } catch {
    cockpit.textContent = 'It could not be loaded. Check the connection, close this and open it again.'
  }
})
