import { saveFile } from '../../browser/save-file.ts'
import type { KeyFacts } from '../../browser/signing-keys.ts'
import { formatOpenSsh } from '../../core/signoff/index.ts'
import { encodeTrustEntry, keyOf } from '../../stores/signing-key.ts'
import { formatOwner } from './fingerprint.ts'

/** The public key in the forms in which others take it. */
export function KeyFiles({ facts }: { facts: KeyFacts }) {
  const owner = formatOwner(facts.name, facts.keyid)
  const saveOpenSsh = async () => {
    const line = formatOpenSsh(await keyOf(facts), facts.name)
    saveFile(`${owner}.pub`, 'text/plain', `${line}\n`)
  }
  return (
    <p class="actions">
      <button
        type="button"
        onClick={() => saveFile(`${owner}.signer.json`, 'application/json', encodeTrustEntry(facts))}
      >
        Save trust-file entry
      </button>
      <button type="button" onClick={() => saveFile(`${owner}.pem`, 'application/x-pem-file', facts.publicKey)}>
        Save as PEM
      </button>
      <button type="button" onClick={saveOpenSsh}>
        Save as OpenSSH line
      </button>
    </p>
  )
}
