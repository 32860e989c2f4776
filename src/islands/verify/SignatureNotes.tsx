import type { Verification } from '../../core/signoff/index.ts'
import { Fingerprint } from '../signoff/Fingerprint.tsx'
import type { Core } from './core.ts'

/** Signatures that do not count, each with its reason: they neither help nor harm. */
export function SignatureNotes({ outcome, words }: { outcome: Verification; words: Core['reasonWords'] }) {
  const ignored = outcome.signatures.filter((finding) => finding.ignored)
  if (ignored.length === 0) return null
  return (
    <>
      <h3>Signatures that do not count</h3>
      <ul class="reasons">
        {ignored.map(({ index, hint, person, keyid, ignored: reason }) => (
          <li key={index}>
            <p>
              Signature {index + 1}
              {person && (
                <>
                  {' '}
                  by <bdi>{person}</bdi>
                </>
              )}
              {': '}
              {reason?.message}
            </p>
            <p class="hint">
              <code>{reason?.code}</code> {reason && words[reason.code]}
            </p>
            {keyid ? <Fingerprint keyid={keyid} /> : hint && <p class="hint">It claims the key {hint}.</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
