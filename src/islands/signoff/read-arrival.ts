/** What a chosen or dropped file is: an envelope, a bundle, a report in HTML, a statement, a key or a bare signature. */
import type { StoredSigner } from '../../browser/signoff-store.ts'
import { isObject } from '../../core/index.ts'
import {
  type Bytes,
  decodeBase64,
  FormatError,
  formatPem,
  parseAttestation,
  parsePublicKey,
  parseSignerEntry,
  parseTrust,
  type SignerEntry,
} from '../../core/signoff/index.ts'
import { decodeSignature } from '../../core/signoff/signature.ts'
import { isReportHtml, readReportHtml } from '../../exports/read-report-html.ts'
import type { Arrival } from '../../stores/signoff-files.ts'
import { formatMegabytes, maxFileBytes, type ReadableFile } from '../transfer/read-file.ts'

export async function readArrival(file: ReadableFile): Promise<Arrival> {
  const { name } = file
  try {
    return { name, ...(await recognise(name, await readBytes(file))) }
  } catch (error) {
    return { name, kind: 'refused', reasons: explain(error) }
  }
}

type Recognised = { [Kind in Arrival['kind']]: Omit<Extract<Arrival, { kind: Kind }>, 'name'> }[Arrival['kind']]

async function readBytes(file: ReadableFile): Promise<Bytes> {
  if (file.size > maxFileBytes) {
    throw new Error(
      `The file has ${formatMegabytes(file.size)} MB, and at most ${formatMegabytes(maxFileBytes)} are read.`,
    )
  }
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new Error('The file cannot be opened: it may be a folder, or have been moved or changed since it was chosen.')
  }
}

async function recognise(name: string, bytes: Bytes): Promise<Recognised> {
  const text = decodeText(bytes)?.trim()
  if (text === undefined) return readSignature(bytes)
  if (text === '') throw new Error('The file is empty.')
  if (isReportHtml(text)) return readEnvelope(readReportHtml(text))
  if (text.startsWith('{')) return readJson(bytes, text)
  if (text.includes('-----BEGIN') || /^(ssh-|ecdsa-)/.test(text)) return readKey(name, text)
  return readSignature(decodeBase64(text.replace(/\s+/g, '')) ?? bytes)
}

/** The strict readers of the core do the work; here is only decided which of them. */
async function readJson(bytes: Bytes, text: string): Promise<Recognised> {
  const members = peek(text)
  if (members.has('payload') || members.has('dsseEnvelope') || members.has('mediaType')) return readEnvelope(bytes)
  if (members.has('_type')) return { kind: 'statement', payload: bytes }
  if (members.has('signers')) {
    const { signers } = await parseTrust(bytes)
    const entries = signers.map(({ id, roles, keys }) => keys.map(({ publicKey }) => nameKey(id, roles, publicKey)))
    return { kind: 'keys', signers: entries.flat() }
  }
  if (members.has('keys')) return { kind: 'keys', signers: await readEntry(await parseSignerEntry(bytes)) }
  if (members.get('kind') === 'golive-rollout' || members.get('kind') === 'golive-storage') {
    throw new Error('This is a rollout or a backup: import it under Rollouts.')
  }
  throw new Error('This is JSON of something else: no envelope, bundle, statement, key entry or trust file.')
}

function peek(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return new Map(isObject(value) ? Object.entries(value) : [])
  } catch {
    throw new Error('The file is not JSON, or was cut off.')
  }
}

function readEnvelope(bytes: Uint8Array): Recognised {
  return { kind: 'envelope', envelope: parseAttestation(bytes), signers: [] }
}

async function readEntry({ id, roles, keys }: SignerEntry): Promise<StoredSigner[]> {
  return Promise.all(keys.map(async ({ publicKey }) => nameKey(id, roles, await parsePublicKey(publicKey))))
}

/** A bare key has no name of its own: that of its file, or the comment of OpenSSH, is all there is. */
async function readKey(name: string, text: string): Promise<Recognised> {
  const key = await parsePublicKey(text)
  const comment = /^(?:ssh-|ecdsa-)\S+\s+\S+\s+(\S.*)$/.exec(text)?.[1]
  return { kind: 'keys', signers: [nameKey(comment ?? name.replace(/\.(pem|pub|txt)$/i, ''), [], key)] }
}

function nameKey(name: string, roles: readonly string[], key: Parameters<typeof formatPem>[0]): StoredSigner {
  return { publicKey: formatPem(key), name: name.slice(0, 300), roles: [...roles], source: 'file' }
}

function readSignature(bytes: Bytes): Recognised {
  const isSignature = (['ecdsa-p256', 'ed25519'] as const).some((algorithm) => decodeSignature(algorithm, bytes))
  if (isSignature) return { kind: 'signature', sig: bytes }
  throw new Error('This is no envelope, bundle, exported report, statement, public key or signature.')
}

function decodeText(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function explain(error: unknown): string[] {
  if (error instanceof FormatError) return error.reasons.map(({ message }) => message)
  return [error instanceof Error ? error.message : 'The file cannot be read.']
}
