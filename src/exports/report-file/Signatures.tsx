import type { EnvelopeSignature } from '../../core/signoff/envelope.ts'
import { formatPem, type PublicKey } from '../../core/signoff/public-key.ts'
import { showUnseen } from '../visible-text.ts'

interface Props {
  signatures: readonly EnvelopeSignature[]
  keys: readonly PublicKey[]
}

/** Which keys signed, and the keys themselves; who holds them, the file cannot know. */
export function Signatures({ signatures, keys }: Props) {
  const known = new Set(keys.map(({ keyid }) => keyid))
  return (
    <section class="file-part" aria-labelledby="file-signatures">
      <h2 id="file-signatures">Signatures</h2>
      <p>
        Who holds a key, and for which role, this file cannot know: that is written in a trust file. Compare a key id
        with the person whom it stands for, not over the way by which this file came.
      </p>
      <ol class="file-signatures">
        {signatures.map(({ keyid }, index) => (
          <li key={index}>
            {keyid === '' ? 'no key id' : <code>{showUnseen(keyid)}</code>}
            {!known.has(keyid) && ', whose key is not in this file'}
          </li>
        ))}
      </ol>
      {keys.map((key) => (
        <figure key={key.keyid} class="file-key">
          <figcaption>
            Public key <code>{key.keyid}</code>
          </figcaption>
          <pre>{formatPem(key)}</pre>
        </figure>
      ))}
    </section>
  )
}
