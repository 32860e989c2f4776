import { groupFingerprint } from './fingerprint.ts'

/** A key id in groups; copied, it has no spaces. */
export function Fingerprint({ keyid }: { keyid: string }) {
  return (
    <code class="fingerprint">
      {groupFingerprint(keyid).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </code>
  )
}
