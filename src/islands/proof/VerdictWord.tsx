import type { OutputVerdict } from '../../core/proof/judge-output.ts'

/** A verdict as sign and word: colour alone tells nobody. */
export function VerdictWord({ verdict }: { verdict: OutputVerdict }) {
  return (
    <strong class={`proof-verdict is-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {words[verdict]}
    </strong>
  )
}

const signs: Readonly<Record<OutputVerdict, string>> = { pass: '✓', fail: '✗', unclear: '?' }
const words: Readonly<Record<OutputVerdict, string>> = { pass: 'Pass', fail: 'Fail', unclear: 'Unclear' }
