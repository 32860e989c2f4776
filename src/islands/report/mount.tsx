import { render } from 'preact'
import { records } from '../../browser/environment.ts'
import '../notice.ts'
import { ReportScreen } from './ReportScreen.tsx'

const root = document.getElementById('report')
if (root) {
  const platforms: { id: string; title: string }[] = JSON.parse(root.dataset['platforms'] ?? '[]')
  const asked = new URLSearchParams(location.search).get('platform') ?? records.lastPlatform()
  const platform = platforms.find(({ id }) => id === asked)
  const { base = '/', version = '' } = root.dataset
  render(<ReportScreen base={base} version={version} platforms={platforms} platform={platform?.id} />, root)
}
