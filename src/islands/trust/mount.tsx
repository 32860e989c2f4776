import '../notice.ts'
import { mountScreen } from '../verify/mount-screen.tsx'
import { TrustScreen } from './TrustScreen.tsx'

const root = document.getElementById('trust-file')
if (root) {
  const { base = '/' } = root.dataset
  mountScreen(root, (core) => <TrustScreen core={core} base={base} />)
}
