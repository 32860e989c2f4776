/** What a file is, told by what it holds and not by its name: people rename files, and mail programs do too. */

export type FileKind = 'attestation' | 'trust' | 'checklist' | 'entry' | 'statement' | 'rollout' | 'html' | 'unknown'

/** Members of which one tells the kind; earlier kinds first, because a bundle holds an envelope. */
const telling: readonly [kind: FileKind, names: readonly string[]][] = [
  ['attestation', ['payload', 'payloadtype', 'signatures', 'dsseenvelope', 'mediatype']],
  ['trust', ['signers', 'policy']],
  ['statement', ['_type', 'predicatetype', 'predicate']],
  ['checklist', ['sections']],
  ['entry', ['keys', 'roles']],
  ['rollout', ['rollout', 'items', 'rollouts']],
]

/**
 * Tells a file's kind, loosely: whether it is right is for the reader of that kind to say, with its reasons.
 *
 * @param text Of the file; wrong bytes in it may be anything.
 */
export function recogniseText(text: string): FileKind {
  if (/^\ufeff?\s*<(?:!doctype html|html)/i.test(text)) return 'html'
  const names = new Set(listNames(text).map((name) => name.toLowerCase()))
  return telling.find(([, known]) => known.some((name) => names.has(name)))?.[0] ?? 'unknown'
}

function listNames(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? Object.keys(value) : []
  } catch {
    // Cut off or broken: the names at its beginning still tell what it was.
    return [...text.slice(0, 2_000).matchAll(/"([A-Za-z_]{1,20})"\s*:/g)].map(([, name = '']) => name)
  }
}

export const kindWords: Record<FileKind, string> = {
  attestation: 'Signed report',
  trust: 'Trust file',
  checklist: 'Checklist',
  entry: 'Entry of one signer',
  statement: 'Report without signatures',
  rollout: 'Rollout',
  html: 'HTML page',
  unknown: 'Not recognised',
}
