/** A trust file into the fields. */
import { buildTrustFile, type DraftKey, type DraftRule, type DraftSigner, emptyKey, type TrustDraft } from './draft.ts'

/**
 * Reads parsed JSON.
 *
 * @returns Undefined for a file that the fields cannot hold whole: what one could not see would be lost on saving.
 */
export function readDraft(value: unknown): TrustDraft | undefined {
  const file = readObject(value)
  const policy = readObject(file['policy'])
  const draft: TrustDraft = {
    schema: readText(file['$schema']),
    signers: readList(file['signers']).map(readSigner),
    require: readList(policy['require']).map(readRule),
    environments: Object.entries(readObject(policy['environments'])).map(([name, own]) => ({
      name,
      require: readList(readObject(own)['require']).map(readRule),
    })),
    maxAgeDays: readCount(policy['maxAgeDays']),
    allowResult: readList(policy['allowResult']).map(readText),
    distinctPersons: policy['distinctPersons'] === true,
  }
  return sortedText(buildTrustFile(draft)) === sortedText(value) ? draft : undefined
}

/** The same of a text, which may have been changed in storage. */
export function readDraftText(text: string): TrustDraft | undefined {
  try {
    return readDraft(JSON.parse(text))
  } catch {
    return undefined
  }
}

function readSigner(value: unknown): DraftSigner {
  const { id, roles, keys } = readObject(value)
  return { id: readText(id), roles: readList(roles).map(readText), keys: readList(keys).map(readKey) }
}

export function readKey(value: unknown): DraftKey {
  const known = Object.keys(emptyKey)
  const texts = Object.entries(readObject(value)).flatMap(([name, member]) =>
    known.includes(name) ? [[name, readText(member)]] : [],
  )
  return { ...emptyKey, ...Object.fromEntries(texts) }
}

function readRule(value: unknown): DraftRule {
  const { role, count } = readObject(value)
  return { role: readText(role), count: readCount(count) }
}

const readText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Of a number as of a text, because a stored draft may hold what somebody typed. */
const readCount = (value: unknown): string => (typeof value === 'number' ? String(value) : readText(value))

const readList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** JSON with its members in one order and without empty ones, so that two files can be compared by what they say. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member)
            .filter(([, inner]) => inner !== '' && JSON.stringify(inner) !== '{}')
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : member,
  )
}
