import type { Reason } from '../../core/signoff/index.ts'
import type { Core } from './core.ts'

interface Props {
  reasons: readonly Reason[]
  words: Core['reasonWords']
}

/** Reasons as they were found, each with its stable code and what that code says in general. */
export function ReasonList({ reasons, words }: Props) {
  return (
    <ul class="reasons">
      {reasons.map(({ code, message }, index) => (
        <li key={index}>
          <p>
            <bdi>{message}</bdi>
          </p>
          <p class="hint">
            <code>{code}</code> {words[code]}
          </p>
        </li>
      ))}
    </ul>
  )
}
