/** Files of the sign-off, told apart by what they hold. */
import { isObject } from '../core/index.ts'
import { scanJson } from '../core/json-scan.ts'
import { type Envelope, parseAttestation, parseStatement } from '../core/signoff/index.ts'
import { orFileError } from './files.ts'

export type FileKind = 'rollout' | 'statement' | 'attestation' | 'unknown'

/** A first look; whoever reads the file then reads it strictly. */
export function guessKind(bytes: Uint8Array): FileKind {
  const value = readLoosely(bytes)
  if (!isObject(value)) return 'unknown'
  const has = (...names: string[]) => names.some((name) => Object.hasOwn(value, name))
  if (has('payload', 'payloadType', 'signatures', 'dsseEnvelope', 'mediaType')) return 'attestation'
  if (has('_type', 'predicateType')) return 'statement'
  return has('kind') ? 'rollout' : 'unknown'
}

/**
 * Reads an envelope, a bundle, or a statement that nobody signed yet: an envelope without signatures.
 *
 * @throws {FileError} With every reason.
 */
export function readEnvelope(bytes: Uint8Array, path: string): Promise<Envelope> {
  return orFileError(`Cannot read "${path}"`, () => {
    if (guessKind(bytes) !== 'statement') return parseAttestation(bytes)
    parseStatement(bytes)
    return { payload: new Uint8Array(bytes), signatures: [] }
  })
}

/** Of what is longer, deeper or fuller than any file of the sign-off nothing has to be guessed. */
const limits = { maxBytes: 8 * 1024 * 1024, maxDepth: 64, maxValues: 150_000, maxFaults: 0 }

function readLoosely(bytes: Uint8Array): unknown {
  if (bytes.length > limits.maxBytes) return undefined
  const text = new TextDecoder().decode(bytes)
  if (scanJson(text, limits).excess) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
