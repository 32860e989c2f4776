import { render } from 'preact'
import { refreshRollouts } from '../../stores/rollouts.ts'
import '../notice.ts'
import { parseAsked } from './address.ts'
import type { ScreenPlatform } from './platform.ts'
import { RolloutsScreen } from './RolloutsScreen.tsx'

const root = document.getElementById('rollouts')
if (root) {
  const platforms: ScreenPlatform[] = JSON.parse(root.dataset['platforms'] ?? '[]')
  refreshRollouts()
  render(
    <RolloutsScreen base={root.dataset['base'] ?? '/'} platforms={platforms} asked={parseAsked(location.search)} />,
    root,
  )
}
