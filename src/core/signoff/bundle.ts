/** Sigstore bundles v0.3: one signature each, for cosign 3 and registries (signoff.md §4). */
import { buildEnvelopeJson, type Envelope, envelopeLimits, readEnvelope } from './envelope.ts'
import { refuse, shortenText } from './errors.ts'
import { digestHint, type PublicKey } from './public-key.ts'
import { parseStrictJson } from './strict-json.ts'

export const bundleMediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json'

const thing = 'Bundle'
const names = ['mediaType', 'verificationMaterial', 'dsseEnvelope']

/**
 * Text of `NAME.WHO.sigstore.json`.
 *
 * @param publicKey Key of the signature that goes in; it is found by its hint.
 * @throws {RangeError} When the envelope has no signature with this key's hint.
 */
export async function encodeBundle({ payload, signatures }: Envelope, publicKey: PublicKey): Promise<string> {
  const signature = signatures.find(({ keyid }) => keyid === publicKey.keyid)
  if (!signature) throw new RangeError(`Cannot build a bundle: no signature has the key id "${publicKey.keyid}"`)
  const bundle = {
    mediaType: bundleMediaType,
    verificationMaterial: { publicKey: { hint: await digestHint(publicKey) } },
    dsseEnvelope: buildEnvelopeJson({ payload, signatures: [signature] }),
  }
  return `${JSON.stringify(bundle)}\n`
}

/**
 * Reads an envelope, or the envelope of a bundle; the file's members tell which it is.
 *
 * What else a bundle holds (hint, timestamps, log entries) is not looked at: keys come from the trust file only.
 *
 * @throws {FormatError}
 */
export function parseAttestation(bytes: Uint8Array): Envelope {
  return readAttestation(parseAttestationJson(bytes))
}

/** The first step of the procedure: strict JSON of a bounded size, whatever it says. */
export const parseAttestationJson = (bytes: Uint8Array): unknown =>
  parseStrictJson(bytes, 'Attestation', envelopeLimits)

/** @throws {FormatError} */
export function readAttestation(value: unknown): Envelope {
  const members = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return members.has('dsseEnvelope') || members.has('mediaType') ? readBundle(members) : readEnvelope(value)
}

function readBundle(members: ReadonlyMap<string, unknown>): Envelope {
  const other = [...members.keys()].find((name) => !names.includes(name))
  if (other !== undefined) {
    refuse('envelope-shape', thing, 'is a member that a bundle of a statement does not have', shortenText(other))
  }
  if (members.get('mediaType') !== bundleMediaType) {
    refuse('envelope-shape', thing, `is not "${bundleMediaType}"`, 'mediaType')
  }
  const material = members.get('verificationMaterial')
  if (typeof material !== 'object' || material === null || Array.isArray(material)) {
    refuse('envelope-shape', thing, 'is no object', 'verificationMaterial')
  }
  const envelope = readEnvelope(members.get('dsseEnvelope'), 'dsseEnvelope')
  if (envelope.signatures.length !== 1) {
    refuse('signature-count', thing, 'holds more than one signature', 'dsseEnvelope.signatures')
  }
  return envelope
}
