import { sha256Hex } from '../../core/bytes.ts'
import { type Envelope, type EnvelopeSignature, encodeSignedBytes, parseEnvelope } from '../../core/signoff/envelope.ts'
import { type PublicKey, parsePublicKey } from '../../core/signoff/public-key.ts'
import { verifySignature } from '../../core/signoff/signature.ts'
import { listDifferences } from './compare-nodes.ts'
import { envelopeBlockId, keysBlockId } from './data-block.ts'
import { renderReportFile } from './render.tsx'

export interface SignatureCheck {
  /** `broken` when its key is in the file, and `unknown` when none is that it could be of. */
  kind: 'fits' | 'broken' | 'unknown'
  /** Of the key that it fits, or else the one that it names. */
  keyid: string
}

/** What a file says of itself. */
export interface FileCheck {
  /** In the order of the envelope. */
  signatures: SignatureCheck[]
  payloadSha256: string
  /** What is not as it was exported, in words. */
  faults: string[]
}

/** What the running script knows of its file. */
export interface OwnParts {
  script: string
  watch: string
  styleSha256: string
}

/**
 * Checks the page that it runs in: makes the whole file again from the envelope and the keys in it and compares every
 * node, then checks every signature.
 *
 * @param parts The script is the text that is running: it is not judged, because it judges; the policy refuses a
 *   changed one. The others are what belongs to it, the style by its digest.
 * @throws {FormatError} When what the file carries cannot be read.
 */
export async function checkFile(page: Document, { script, watch, styleSha256 }: OwnParts): Promise<FileCheck> {
  const envelope = parseEnvelope(new TextEncoder().encode(readBlock(page, envelopeBlockId)))
  const keys = await readKeys(page)
  const style = page.querySelector('style')?.textContent ?? ''
  const expected = await renderReportFile(envelope, keys, { style, watch, script })
  const faults = listDifferences(page, new DOMParser().parseFromString(expected, 'text/html'))
  if ((await sha256Hex(style)) !== styleSha256) faults.push('The looks of the page are not those it was exported with')
  const signatures = await checkSignatures(envelope, keys)
  return { signatures, payloadSha256: await sha256Hex(envelope.payload), faults }
}

function readBlock(page: Document, id: string): string {
  return page.getElementById(id)?.textContent ?? ''
}

async function readKeys(page: Document): Promise<PublicKey[]> {
  const pems: unknown = JSON.parse(readBlock(page, keysBlockId))
  return Promise.all([pems].flat().map((pem) => parsePublicKey(String(pem))))
}

function checkSignatures({ payload, signatures }: Envelope, keys: readonly PublicKey[]): Promise<SignatureCheck[]> {
  const bytes = encodeSignedBytes(payload)
  const check = async ({ keyid, sig }: EnvelopeSignature): Promise<SignatureCheck> => {
    for (const key of keys) if (await verifySignature(key, sig, bytes)) return { kind: 'fits', keyid: key.keyid }
    return { kind: keys.some((key) => key.keyid === keyid) ? 'broken' : 'unknown', keyid }
  }
  return Promise.all(signatures.map(check))
}
