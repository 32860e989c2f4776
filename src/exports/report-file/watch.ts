/**
 * The first script in an exported file: it says what the other one cannot say of itself, that the browser refused it
 * because it is not the one that the policy allows. If it is this one that was changed, the other one says so.
 */
import { describeRefusal } from './check-words.ts'
import { isChecked, showCheck } from './show-check.ts'

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (blockedURI !== 'inline' || !effectiveDirective.startsWith('script-src')) return
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tell)
  else tell()
})

/** Extensions of browsers try to add scripts too, and are refused: of a file that checked itself, nothing is said. */
function tell(): void {
  if (!isChecked()) showCheck(describeRefusal())
}
