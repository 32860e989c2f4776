/** DSSE 1.0.2: the bytes that are signed, and the envelope that carries them (signoff.md §4). */
import { type Bytes, joinBytes } from '../bytes.ts'
import { foldName } from '../json-scan.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { quoteText, refuse, shortenText } from './errors.ts'
import { type JsonLimits, parseStrictJson } from './strict-json.ts'

/** The only type that cosign takes, byte for byte (signoff.md §4). */
export const inTotoPayloadType = 'application/vnd.in-toto+json'

export const maxSignatures = 64

/** Enough for RSA and ML-DSA, which do not count and may stand beside; megabytes would keep whoever merges them busy. */
const maxSignatureBytes = 8_192

/** A file of at most 8 MiB, whose members are few. */
export const envelopeLimits: JsonLimits = {
  maxBytes: 8 * 1024 * 1024,
  maxDepth: 64,
  maxValues: 10_000,
  maxMembers: 1_000,
  foldNames: true,
}

/** What an envelope can carry in base64, beside as many signatures as it may hold. */
export const maxPayloadBytes = ((envelopeLimits.maxBytes - 64 * 1024) * 3) / 4

export interface EnvelopeSignature {
  /** Hint at the key, never more than that; empty when there is none. */
  keyid: string
  sig: Bytes
}

export interface Envelope {
  payload: Bytes
  signatures: EnvelopeSignature[]
}

/**
 * Bytes that are signed: payload type and payload, each with its length in bytes, not characters.
 *
 * @see DSSE protocol 1.0.2, "Signature Definition"
 */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Bytes {
  const type = new TextEncoder().encode(payloadType)
  const header = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `
  return joinBytes(new TextEncoder().encode(header), payload)
}

/** What a signer of a statement signs. */
export const encodeSignedBytes = (payload: Uint8Array): Bytes => preAuthEncoding(inTotoPayloadType, payload)

/** Text of `NAME.dsse.json`; a signature without a hint has no `keyid`, because some readers skip an empty one. */
export function encodeEnvelope(envelope: Envelope): string {
  return `${JSON.stringify(buildEnvelopeJson(envelope))}\n`
}

/** The envelope as JSON, which a bundle holds too. */
export function buildEnvelopeJson({ payload, signatures }: Envelope) {
  return {
    payload: encodeBase64(payload),
    payloadType: inTotoPayloadType,
    signatures: signatures.map(({ keyid, sig }) => ({ ...(keyid !== '' && { keyid }), sig: encodeBase64(sig) })),
  }
}

/** @throws {FormatError} For every file that is not one envelope of an in-toto statement. */
export function parseEnvelope(bytes: Uint8Array): Envelope {
  return readEnvelope(parseStrictJson(bytes, thing, envelopeLimits))
}

/**
 * Reads an envelope out of JSON.
 *
 * Unknown members are ignored, as DSSE demands, but not those that a reader that does not look at case would take for
 * known ones.
 *
 * @param place Where in the file the envelope stands.
 */
export function readEnvelope(value: unknown, place = ''): Envelope {
  const members = readMembers(value, ['payload', 'payloadType', 'signatures'], place)
  const { payload, payloadType, signatures } = members
  if (payloadType !== inTotoPayloadType) {
    const found = typeof payloadType === 'string' ? quoteText(payloadType) : 'no text'
    refuse('payload-type', thing, `is ${found}, expected "${inTotoPayloadType}"`, at(place, 'payloadType'))
  }
  const body = readBase64(payload, at(place, 'payload'))
  if (!Array.isArray(signatures)) refuse('envelope-shape', thing, 'is no list', at(place, 'signatures'))
  if (signatures.length < 1 || signatures.length > maxSignatures) {
    const fault = `holds ${signatures.length} signatures, expected 1 to ${maxSignatures}`
    refuse('signature-count', thing, fault, at(place, 'signatures'))
  }
  const read = (entry: unknown, index: number) => readSignature(entry, `${at(place, 'signatures')}[${index}]`)
  return { payload: body, signatures: signatures.map(read) }
}

const thing = 'Envelope'

const at = (place: string, name: string) => (place === '' ? name : `${place}.${name}`)

function readSignature(value: unknown, place: string): EnvelopeSignature {
  const { keyid = '', sig } = readMembers(value, ['keyid', 'sig'], place)
  if (typeof keyid !== 'string') refuse('envelope-shape', thing, 'is no text', at(place, 'keyid'))
  const bytes = readBase64(sig, at(place, 'sig'))
  if (bytes.length > maxSignatureBytes) {
    const fault = `has ${bytes.length} bytes, and at most ${maxSignatureBytes} are read`
    refuse('signature-malformed', thing, fault, at(place, 'sig'))
  }
  return { keyid, sig: bytes }
}

/** The members of those names; a name that differs in case only is refused. */
function readMembers<Name extends string>(value: unknown, names: readonly Name[], place: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('envelope-shape', thing, 'is no object', place)
  }
  const known = new Set<string>(names)
  const folded = new Set(names.map(foldName))
  const twin = Object.keys(value).find((name) => !known.has(name) && folded.has(foldName(name)))
  if (twin)
    refuse('duplicate-member', thing, 'differs in case only from a name that counts', at(place, shortenText(twin)))
  const own = new Map(Object.entries(value))
  return Object.fromEntries(names.map((name) => [name, own.get(name)])) as Record<Name, unknown>
}

function readBase64(value: unknown, place: string): Bytes {
  if (typeof value !== 'string') refuse('envelope-shape', thing, 'is no text', place)
  return decodeBase64(value) ?? refuse('base64', thing, 'is no canonical base64', place)
}
