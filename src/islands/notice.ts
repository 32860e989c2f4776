/** Tells what happened to stored work, for as long as it is true. Its screen is loaded only when there is trouble. */
import { $trouble } from '../stores/trouble.ts'

let panel: Promise<typeof import('./notice-panel.ts')> | undefined

$trouble.subscribe((trouble) => {
  if (!panel && !trouble.storage && trouble.stored.length === 0) return
  panel ??= import('./notice-panel.ts')
  panel.then(({ showTrouble }) => showTrouble(trouble))
})

addEventListener('beforeunload', (event) => {
  if ($trouble.get().unsaved > 0) event.preventDefault()
})
