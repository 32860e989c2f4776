/** What a statement is verified against: given by the pipeline or the person, and never taken from the statement. */
import { sha256Hex } from '../bytes.ts'
import { parseSubjectDigest, type SubjectDigest } from './digest-set.ts'
import { buildReason, FormatError, quoteText } from './errors.ts'
import type { Requirement } from './policy.ts'
import { type PublishedItem, parsePublishedItems } from './published-items.ts'
import type { Reason } from './reasons.ts'
import { readinessPredicateType } from './statement.ts'

export interface VerifyOptions {
  /** What is to be rolled out, each as `ALGORITHM:HEX`; every one has to be a subject of the statement. */
  subjects: readonly string[]
  /** Required for a statement of ours, like `environment` and `checklist`. */
  rollout?: string | undefined
  environment?: string | undefined
  /** `sha256:HEX` of the published checklist, or its bytes; only with the bytes its items can be compared. */
  checklist?: string | Uint8Array | undefined
  /** Moment at which keys, dates and risks are judged. */
  now: Date
  /** Another predicate: then envelope, signers and subject are checked, and no rule of readiness. */
  predicateType?: string | undefined
  /** Accept PASSED only. */
  noExceptions?: boolean | undefined
  /** Raises what the trust file asks for: fewer days, more people. */
  maxAgeDays?: number | undefined
  require?: readonly Requirement[] | undefined
  /** Digest that the trust file's bytes must have, lower-case hexadecimal. */
  trustSha256?: string | undefined
}

/** Options that were checked. */
export interface Expectation {
  subjects: SubjectDigest[]
  rollout: string
  environment: string
  checklist: { sha256: string; items?: PublishedItem[] }
  now: Date
  predicateType: string
  isReadiness: boolean
  noExceptions: boolean
  maxAgeDays: number | undefined
  require: readonly Requirement[]
  trustSha256: string | undefined
}

/** @throws {FormatError} With everything that is missing or not what it has to be: then nothing can be judged. */
export async function readOptions(options: VerifyOptions): Promise<Expectation> {
  const { rollout = '', environment = '', predicateType = readinessPredicateType, require = [], now } = options
  const isReadiness = predicateType === readinessPredicateType
  const reasons = [...checkSubjects(options), ...(isReadiness ? checkRollout(options) : []), ...checkLimits(options)]
  const subjects = options.subjects.flatMap((text) => parseSubjectDigest(text) ?? [])
  const checklist = await readChecklist(isReadiness ? options.checklist : undefined).catch((error: unknown) => {
    if (!(error instanceof FormatError)) throw error
    reasons.push(...error.reasons)
    return { sha256: '' }
  })
  if (reasons.length > 0) throw new FormatError(reasons)
  const { noExceptions = false, maxAgeDays, trustSha256 } = options
  return {
    subjects,
    rollout,
    environment,
    checklist,
    now,
    predicateType,
    isReadiness,
    noExceptions,
    maxAgeDays,
    require,
    trustSha256,
  }
}

const thing = 'Argument'
const missing = (name: string) => buildReason('option-missing', thing, 'is missing', name)
const malformed = (name: string, fault: string) => buildReason('option-malformed', thing, fault, name)

function checkSubjects({ subjects }: VerifyOptions): Reason[] {
  if (subjects.length === 0) return [missing('subjects')]
  return subjects.flatMap((text, index) => {
    if (parseSubjectDigest(text)) return []
    const fault = `is ${quoteText(text)}, expected sha256, sha384, sha512 or gitCommit, a colon and all digits`
    return [malformed(`subjects[${index}]`, fault)]
  })
}

function checkRollout({ rollout, environment, checklist }: VerifyOptions): Reason[] {
  const isMissing = { rollout: !rollout, environment: !environment, checklist: checklist === undefined }
  return Object.entries(isMissing).flatMap(([name, isSo]) => (isSo ? [missing(name)] : []))
}

function checkLimits({ now, maxAgeDays, require = [], trustSha256 }: VerifyOptions): Reason[] {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 1
  return [
    ...(Number.isNaN(now.getTime()) ? [malformed('now', 'is no moment')] : []),
    ...(maxAgeDays === undefined || isCount(maxAgeDays) ? [] : [malformed('maxAgeDays', 'is no number of days')]),
    ...(require.every(({ role, count }) => role !== '' && isCount(count)) ? [] : [malformed('require', 'is no count')]),
    ...(trustSha256 === undefined || isSha256(trustSha256) ? [] : [malformed('trustSha256', 'is no SHA-256')]),
  ]
}

async function readChecklist(checklist: VerifyOptions['checklist']): Promise<Expectation['checklist']> {
  if (checklist === undefined) return { sha256: '' }
  if (typeof checklist !== 'string') {
    return { sha256: await sha256Hex(checklist), items: parsePublishedItems(checklist) }
  }
  const sha256 = /^sha256:([0-9a-f]+)$/.exec(checklist)?.[1] ?? ''
  if (isSha256(sha256)) return { sha256 }
  throw new FormatError([malformed('checklist', 'is neither a file nor sha256: with 64 digits in lower case')])
}

const isSha256 = (text: string) => /^[0-9a-f]{64}$/.test(text)
