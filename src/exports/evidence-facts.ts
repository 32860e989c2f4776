import { decodeBase64 } from '../core/signoff/base64.ts'
import { isMoment } from '../core/signoff/moment.ts'
import type { ReadinessItem } from '../core/signoff/statement-schema.ts'
import { listDigests } from './readiness-words.ts'

type Descriptor = NonNullable<ReadinessItem['evidence']>[number]

/** A piece of evidence as reports show it; whatever a descriptor may hold besides is left to machines. */
export interface EvidenceFacts {
  name?: string
  uri?: string
  digests: string[]
  /** Text that was pasted; of other content no more than its size is told. */
  text?: string
  sizeBytes?: number
  /** RFC 3339. */
  collectedAt?: string
}

export function readEvidence({ name, uri, digest = {}, content, annotations = {} }: Descriptor): EvidenceFacts {
  const bytes = content === undefined ? undefined : decodeBase64(content)
  const text = bytes && decodeText(bytes)
  const { collectedAt, sizeBytes = text === undefined ? bytes?.length : undefined } = annotations
  return {
    ...(name !== undefined && { name }),
    ...(uri !== undefined && { uri }),
    ...(text !== undefined && { text }),
    ...(typeof sizeBytes === 'number' && { sizeBytes }),
    ...(typeof collectedAt === 'string' && isMoment(collectedAt) && { collectedAt }),
    digests: listDigests(digest),
  }
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
