import { render } from 'preact'
import { records } from '../../browser/environment.ts'
import '../notice.ts'
import { LaunchScreen } from './LaunchScreen.tsx'

const root = document.getElementById('launch')
if (root) {
  const platforms: string[] = JSON.parse(root.dataset['platforms'] ?? '[]')
  const asked = new URLSearchParams(location.search).get('platform') ?? records.lastPlatform()
  const platform = platforms.find((id) => id === asked)
  render(<LaunchScreen base={root.dataset['base'] ?? '/'} platform={platform} />, root)
}
