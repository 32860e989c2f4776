import { render } from 'preact'
import '../notice.ts'
import { SizingScreen } from './SizingScreen.tsx'

const root = document.getElementById('sizing')
if (root) {
  const platforms: { id: string; title: string }[] = JSON.parse(root.dataset['platforms'] ?? '[]')
  render(<SizingScreen base={root.dataset['base'] ?? '/'} platforms={platforms} />, root)
}
