import type { Core } from '../verify/core.ts'
import { ReasonList } from '../verify/ReasonList.tsx'
import type { Lint } from './lint.ts'

interface Props {
  lint: Lint | undefined
  words: Core['reasonWords']
}

/** What every verifier would say of the file as it stands. */
export function CheckPart({ lint, words }: Props) {
  const faults = lint?.reasons.length ?? 0
  return (
    <section aria-labelledby="check">
      <h2 id="check">Check</h2>
      <p class={faults > 0 ? 'lint-state refused' : 'lint-state'} role="status">
        {describeLint(lint)}
      </p>
      {lint && faults > 0 && <ReasonList reasons={lint.reasons} words={words} />}
      {lint && lint.notices.length > 0 && (
        <>
          <h3>What it will not do today</h3>
          <ReasonList reasons={lint.notices} words={words} />
        </>
      )}
    </section>
  )
}

function describeLint(lint: Lint | undefined): string {
  if (!lint) return 'Checking…'
  const count = lint.reasons.length
  if (count === 0) return 'Verifiers take this file.'
  return `Verifiers refuse this file, whole: ${count === 1 ? '1 fault' : `${count} faults`}. Each stands at its field too.`
}
