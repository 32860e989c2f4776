import { render } from 'preact'
import { records } from '../../browser/environment.ts'
import { Cockpit } from './Cockpit.tsx'

/** Shows where the rollout stands that was worked on last, or that of the page's platform. */
export function mountCockpit(root: HTMLElement): void {
  const platform = root.dataset['platform'] ?? records.lastPlatform()
  if (platform) render(<Cockpit base={root.dataset['base'] ?? '/'} platform={platform} />, root)
}
