/** What the person says the report has to be about; nothing in it comes from the report unless they say so. */
import { parseDigest } from '../../core/index.ts'
import type { VerifyOptions } from '../../core/signoff/index.ts'
import { completeMoment } from './moment-field.ts'

/** Fields that can be taken over from the report. */
export type TakenField = 'rollout' | 'environment' | 'checklist' | 'subjects'

export const fieldWords: Record<TakenField, string> = {
  rollout: 'rollout id',
  environment: 'environment',
  checklist: 'checklist',
  subjects: 'what is rolled out',
}

export interface Subject {
  /** `ALGORITHM:HEX`, or digits alone. */
  digest: string
  /** Name of the file that was hashed here. */
  hashed?: string | undefined
  /** It is the report's own, like the fields that are `taken`. */
  isTaken?: boolean | undefined
}

export interface Expectation {
  rollout: string
  environment: string
  /** Where the checklist comes from: empty, `digest`, `file`, or the id of a platform of this site. */
  checklist: string
  checklistDigest: string
  subjects: readonly Subject[]
  noExceptions: boolean
  maxAgeDays: string
  /** Moment at which dates are judged, RFC 3339; empty for now. */
  at: string
  trustSha256: string
  predicateType: string
  /** Fields whose value is the report's own, and which the person has to answer for. */
  taken: readonly Exclude<TakenField, 'subjects'>[]
  /** They say that they know those values from elsewhere. */
  isConfirmed: boolean
}

export const emptyExpectation: Expectation = {
  rollout: '',
  environment: '',
  checklist: '',
  checklistDigest: '',
  subjects: [{ digest: '' }],
  noExceptions: false,
  maxAgeDays: '',
  at: '',
  trustSha256: '',
  predicateType: '',
  taken: [],
  isConfirmed: false,
}

/** Takes a change over; a field that the person writes themselves is no longer the report's. */
export function changeExpectation(expected: Expectation, part: Partial<Expectation>): Expectation {
  const written = Object.keys(part).map((name) => (name === 'checklistDigest' ? 'checklist' : name))
  return { ...expected, taken: expected.taken.filter((name) => !written.includes(name)), ...part }
}

/** Every field that holds something of the report's own. */
export function listTaken({ taken, subjects }: Expectation): TakenField[] {
  return subjects.some(({ isTaken }) => isTaken) ? [...taken, 'subjects'] : [...taken]
}

/** In the first row that is empty, else in a new one. */
export function addSubject(subjects: readonly Subject[], subject: Subject): Subject[] {
  if (subjects.some(({ digest }) => digest === subject.digest)) return [...subjects]
  const empty = subjects.findIndex(({ digest }) => digest.trim() === '')
  return empty < 0 ? [...subjects, subject] : subjects.map((each, index) => (index === empty ? subject : each))
}

/**
 * The options of the procedure, as `golive verify` takes them. What is missing or wrong stays so: the procedure says it.
 *
 * @param checklistBytes Of the checklist of this site or of the dropped one, where it is such a one.
 */
export function buildOptions(
  expected: Expectation,
  checklistBytes: Uint8Array | undefined,
  readMoment: (text: string) => number | undefined,
  now: Date,
): VerifyOptions {
  const { rollout, environment, checklist, maxAgeDays, at, trustSha256, predicateType, noExceptions } = expected
  const digest = formatDigest(expected.checklistDigest)
  return {
    subjects: expected.subjects.map((subject) => formatDigest(subject.digest)).filter((text) => text !== ''),
    rollout: rollout.trim(),
    environment: environment.trim(),
    checklist: checklist === 'digest' ? digest || undefined : checklistBytes,
    now: at.trim() === '' ? now : new Date(readMoment(completeMoment(at)) ?? Number.NaN),
    noExceptions,
    ...(maxAgeDays.trim() !== '' && { maxAgeDays: Number(maxAgeDays) }),
    ...(trustSha256.trim() !== '' && { trustSha256: formatDigest(trustSha256).replace(/^sha256:/, '') }),
    ...(predicateType.trim() !== '' && { predicateType: predicateType.trim() }),
  }
}

/** With its algorithm where the length tells it; anything else as it was typed. */
export const formatDigest = (text: string): string => parseDigest(text) ?? text.trim()
