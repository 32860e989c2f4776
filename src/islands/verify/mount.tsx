import '../notice.ts'
import { mountScreen } from './mount-screen.tsx'
import { VerifyScreen } from './VerifyScreen.tsx'

const root = document.getElementById('verify')
if (root) {
  const { base = '/', platforms = '[]', siteTrust } = root.dataset
  mountScreen(root, (core) => (
    <VerifyScreen core={core} base={base} platforms={JSON.parse(platforms)} hasSiteTrust={siteTrust === 'true'} />
  ))
}
