import { maxNoteLength, parseDigest, type Subject } from '../../core/index.ts'
import { findIdProblem } from '../../stores/rollouts.ts'
import { type Draft, readCriteria, readLine } from './draft.ts'

/** What has to be corrected, by the name of its field. */
export type Problems = Readonly<Record<string, string>>

/** Longest line, and longest list, that the file of a rollout may hold: what is stored can always be taken along. */
const limits = { line: 300, text: maxNoteLength, entries: 100 }

interface Circumstances {
  /** Id to give to a new rollout; undefined where it has one. */
  newId: string | undefined
  /** The date and time are begun and not whole: the browser then says that there are none. */
  isLaunchIncomplete: boolean
}

/** Every problem of a draft. */
export function findDraftProblems(draft: Draft, { newId, isLaunchIncomplete }: Circumstances): Problems {
  const { subjects, people } = draft
  const found: [string, string | undefined][] = [
    ['name', readLine(draft.name) === '' ? 'Give the rollout a name.' : findLengthProblem(draft.name)],
    ['id', newId === undefined ? undefined : findIdProblem(newId)],
    ...(['environment', 'service', 'version'] as const).map(
      (name) => [name, findLengthProblem(draft[name])] as [string, string | undefined],
    ),
    ['plannedLaunch', findLaunchProblem(draft.plannedLaunch, isLaunchIncomplete)],
    ...subjects.flatMap((_, index) => findSubjectProblems(subjects, index)),
    ['rollbackCommand', findLengthProblem(draft.rollbackCommand, limits.text)],
    ['abortCriteria', findCriteriaProblem(readCriteria(draft.abortCriteria))],
    ...people.map(({ name, role }, index): [string, string | undefined] => [
      `people.${index}.name`,
      name.trim() === '' && role.trim() !== '' ? 'Name who has this role.' : findLengthProblem(name),
    ]),
    ...people.map(({ role }, index): [string, string | undefined] => [`people.${index}.role`, findLengthProblem(role)]),
  ]
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function findLengthProblem(text: string, limit = limits.line): string | undefined {
  if (text.length <= limit) return undefined
  return `This has ${text.length.toLocaleString('en')} characters, and ${limit.toLocaleString('en')} are kept.`
}

function findLaunchProblem(launch: string, isIncomplete: boolean): string | undefined {
  if (isIncomplete) return 'Give both the day and the time, or neither.'
  return launch === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(launch) ? undefined : 'Give a year of four digits.'
}

function findSubjectProblems(subjects: readonly Subject[], index: number): [string, string | undefined][] {
  const { name = '', digest = '' } = subjects[index] ?? {}
  const line = readLine(name)
  const isTwice = line !== '' && subjects.slice(0, index).some((other) => readLine(other.name) === line)
  const nameProblem =
    line === '' && digest.trim() !== ''
      ? 'Name what this digest belongs to.'
      : isTwice
        ? 'This is named above already.'
        : findLengthProblem(name)
  const digestProblem =
    parseDigest(digest) === undefined
      ? 'This is no digest: an image has sha256 and 64 hexadecimal digits, a commit has 40.'
      : undefined
  return [
    [`subjects.${index}.name`, nameProblem],
    [`subjects.${index}.digest`, digestProblem],
  ]
}

function findCriteriaProblem(criteria: readonly string[]): string | undefined {
  if (criteria.length > limits.entries) return `Here are ${criteria.length} criteria, and ${limits.entries} are kept.`
  return criteria.map((criterion) => findLengthProblem(criterion, limits.text)).find(Boolean)
}

/** Whether a list takes another entry. */
export const hasRoom = (entries: readonly unknown[]) => entries.length < limits.entries
