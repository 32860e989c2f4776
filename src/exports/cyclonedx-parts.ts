/** What a CycloneDX document declares something about, and the standard against which it does. */
import type { Readiness, StatementSubject } from '../core/signoff/statement-schema.ts'
import { listDigests } from './readiness-words.ts'
import { parseReportLink } from './visible-text.ts'

/** Name of a part within the document; ids of items are free, so the kind stands before them. */
export const refOf = (kind: string, id = ''): string => (id === '' ? kind : `${kind}:${id}`)

/** Name of an algorithm in CycloneDX by its name in a statement; a commit is no hash of a file. */
const hashNames = new Map([
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
])

/** A thing that is rolled out. */
export function buildComponent({ name, digest }: StatementSubject, index: number) {
  const hashes = listHashes(digest)
  const others = Object.entries(digest).filter(([algorithm]) => !hashNames.has(algorithm))
  return {
    type: 'application',
    'bom-ref': refOf('subject', String(index)),
    name: name ?? listDigests(digest).join(' '),
    ...(hashes.length > 0 && { hashes }),
    ...(others.length > 0 && {
      properties: others.map(([algorithm, value]) => ({ name: `golive:${algorithm}`, value })),
    }),
  }
}

/** The checklist. */
export function buildStandard({ checklist, items }: Readiness) {
  const version = checklist.annotations?.['version']
  return {
    'bom-ref': refOf('checklist'),
    name: checklist.name ?? 'checklist',
    ...(typeof version === 'string' && { version }),
    requirements: items.map(({ id, title, requirement }) => ({
      'bom-ref': refOf('requirement', id),
      identifier: id,
      ...(title && { text: title }),
      properties: [{ name: 'golive:requirement', value: requirement }],
    })),
    externalReferences: [
      { type: 'documentation', url: parseReportLink(checklist.uri ?? '') ?? '#', hashes: listHashes(checklist.digest) },
    ],
  }
}

function listHashes(digest: Readonly<Record<string, string>>) {
  return Object.entries(digest).flatMap(([algorithm, content]) => {
    const alg = hashNames.get(algorithm)
    return alg ? [{ alg, content }] : []
  })
}
