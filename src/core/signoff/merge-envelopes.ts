/** Signatures of several files as one envelope: a union over identical bytes (signoff.md §3.4). */
import { encodeHex, equalBytes } from '../bytes.ts'
import { type Envelope, type EnvelopeSignature, encodeSignedBytes, maxSignatures } from './envelope.ts'
import { refuse } from './errors.ts'
import type { PublicKey } from './public-key.ts'
import { verifySignature } from './signature.ts'

/**
 * Merges envelopes. Commutative, associative and idempotent, so that files may meet in any order.
 *
 * @throws {FormatError} `payloads-differ` when one signs other bytes, even if they say the same; `signature-count` when
 *   there are more signatures than an envelope may hold.
 * @throws {RangeError} When there is no envelope.
 */
export function mergeEnvelopes(envelopes: readonly Envelope[]): Envelope {
  const [first, ...others] = envelopes
  if (!first) throw new RangeError('Cannot merge envelopes: there is none')
  if (!others.every(({ payload }) => equalBytes(payload, first.payload))) {
    refuse('payloads-differ', 'Files', 'sign different bytes, and signatures are merged over the same bytes only')
  }
  const signatures = new Map<string, EnvelopeSignature>()
  for (const signature of envelopes.flatMap((envelope) => envelope.signatures)) {
    const key = encodeHex(signature.sig)
    signatures.set(key, preferHint(signature, signatures.get(key) ?? signature))
  }
  if (signatures.size > maxSignatures) {
    refuse('signature-count', 'Files', `hold ${signatures.size} signatures together, expected 1 to ${maxSignatures}`)
  }
  const sorted = [...signatures].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, signature]) => signature)
  return { payload: first.payload, signatures: sorted }
}

/**
 * Adds a signature that was made elsewhere, by openssl or an appliance.
 *
 * @returns Undefined when the signature is not by this key over this payload.
 */
export async function addSignature(
  envelope: Envelope,
  sig: Uint8Array,
  publicKey: PublicKey,
): Promise<Envelope | undefined> {
  const { payload } = envelope
  const added = { keyid: publicKey.keyid, sig: new Uint8Array(sig) }
  if (!(await verifySignature(publicKey, added.sig, encodeSignedBytes(payload)))) return undefined
  return mergeEnvelopes([envelope, { payload, signatures: [added] }])
}

/**
 * Writes the right hint on every signature by one of the keys: cosign leaves it out, and python3-securesystemslib
 * cannot do without (signoff.md §1, finding 2).
 */
export async function identifySignatures(envelope: Envelope, keys: readonly PublicKey[]): Promise<Envelope> {
  const bytes = encodeSignedBytes(envelope.payload)
  const identify = async ({ keyid, sig }: EnvelopeSignature): Promise<EnvelopeSignature> => {
    for (const key of keys) if (await verifySignature(key, sig, bytes)) return { keyid: key.keyid, sig }
    return { keyid, sig }
  }
  return { ...envelope, signatures: await Promise.all(envelope.signatures.map(identify)) }
}

/** A fingerprint before any other hint, any before none, and then the first in order: arbitrary, the same everywhere. */
function preferHint(a: EnvelopeSignature, b: EnvelopeSignature): EnvelopeSignature {
  const rank = ({ keyid }: EnvelopeSignature) => `${/^SHA256:/.test(keyid) ? 0 : keyid === '' ? 2 : 1}${keyid}`
  return rank(a) < rank(b) ? a : b
}
