import { isObject, isTimestamp, type StoredRecord } from './record.ts'

/** What shows that an item is done, and when it was collected. Files themselves are not kept, only what tells them. */
export type Evidence = { collectedAt: string } & (
  | { kind: 'link'; url: string }
  /** The verdict is of a check that failed: such output is kept, and proves nothing. */
  | { kind: 'text'; text: string; verdict?: 'fail' }
  | { kind: 'file'; name: string; sizeBytes: number; sha256: string }
)

/** Field of an item's record that holds one piece of evidence. */
export type EvidenceName = `evidence/${string}`

/** Pasted output is shortened by whoever pastes it; larger things are files. */
export const maxEvidenceTextLength = 10_000

const prefix = 'evidence/'

export function isEvidenceName(name: string): name is EvidenceName {
  return name.startsWith(prefix)
}

/** @param id Unique among the pieces of one item; chance makes it so. */
export function evidenceName(id: string): EvidenceName {
  return `${prefix}${id}`
}

export function isEvidence(value: unknown): value is Evidence {
  if (!isObject(value) || !isTimestamp(value['collectedAt'])) return false
  const isText = (name: string) => typeof value[name] === 'string'
  switch (value['kind']) {
    case 'link':
      return isText('url')
    case 'text':
      return isText('text')
    case 'file':
      return isText('name') && isText('sha256') && Number.isSafeInteger(value['sizeBytes'])
    default:
      return false
  }
}

/** Pieces of evidence of an item by field name, oldest first; removed ones are left out. */
export function listEvidence(record: StoredRecord<object> | undefined): [EvidenceName, Evidence][] {
  return Object.entries<unknown>(record ?? {})
    .flatMap(([name, field]): [EvidenceName, Evidence][] => {
      const value = isObject(field) ? field['value'] : undefined
      return isEvidenceName(name) && isEvidence(value) ? [[name, value]] : []
    })
    .sort(([leftName, left], [rightName, right]) =>
      left.collectedAt + leftName < right.collectedAt + rightName ? -1 : 1,
    )
}

/** The newest piece that shows what it is for: how old an answer is counts from here, and a failed check makes none fresh. */
export function newestProof(record: StoredRecord<object> | undefined): [EvidenceName, Evidence] | undefined {
  return listEvidence(record).findLast(([, evidence]) => !('verdict' in evidence))
}

/** Longer than any browser's address line takes. */
const maxLinkLength = 2_000

/**
 * The address of a link as people paste it.
 *
 * @returns Undefined for what is no http or https address, like a script, and for what is too long to be one.
 */
export function parseLink(text: string): string | undefined {
  if (text.length > maxLinkLength || !URL.canParse(text.trim())) return undefined
  const { protocol, href } = new URL(text.trim())
  return (protocol === 'https:' || protocol === 'http:') && href.length <= maxLinkLength ? href : undefined
}
