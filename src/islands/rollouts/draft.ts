/** What a form holds of a rollout while somebody writes, and what of it is a change. */
import {
  cleanText,
  type Person,
  parseDigest,
  type Rollout,
  type RolloutDetails,
  type Subject,
} from '../../core/index.ts'

export interface Draft extends Pick<RolloutDetails, 'name' | 'platform' | 'environment' | 'service' | 'version'> {
  /** Undefined while it is proposed from the name. */
  id: string | undefined
  plannedLaunch: string
  subjects: Subject[]
  /** Undefined while nobody has said, and then every item applies. */
  traits: string[] | undefined
  rollbackCommand: string
  /** One criterion a line. */
  abortCriteria: string
  people: Person[]
}

const emptySubject: Subject = { name: '', digest: '' }

export function emptyDraft(platform: string): Draft {
  return {
    id: undefined,
    name: '',
    platform,
    environment: '',
    service: '',
    version: '',
    plannedLaunch: '',
    subjects: [emptySubject],
    traits: undefined,
    rollbackCommand: '',
    abortCriteria: '',
    people: [],
  }
}

export function draftOf(rollout: Rollout): Draft {
  const { id, name, platform, environment, service, version, rollbackCommand, people, subjects } = rollout
  return {
    id,
    name,
    platform,
    environment,
    service,
    version,
    rollbackCommand,
    people,
    // The field takes minutes; what is no date cannot be shown in it, and stays as it is while nobody sets another.
    plannedLaunch: /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(rollout.plannedLaunch)?.[0] ?? '',
    subjects: subjects.length > 0 ? subjects : [emptySubject],
    traits: rollout.traits,
    abortCriteria: rollout.abortCriteria.join('\n'),
  }
}

/** A draft for a copy: a name that tells it from the first one. */
export function draftOfCopy({ name, platform }: Rollout): Draft {
  return { ...emptyDraft(platform), name: `${name} (copy)` }
}

/** Fields that were changed between two drafts, as they are stored. */
export function listChanges(before: Draft, after: Draft): Partial<RolloutDetails> {
  const [was, is] = [readDraft(before), readDraft(after)]
  return Object.fromEntries(
    Object.entries(is).filter(([name, value]) => {
      const old = was[name as keyof typeof was]
      return value !== undefined && JSON.stringify(value) !== JSON.stringify(old)
    }),
  )
}

/** A text of one line as it is stored: what people paste, without what nobody types. */
export const readLine = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()

export function readCriteria(text: string): string[] {
  return cleanText(text).split('\n').map(readLine).filter(Boolean)
}

function readDraft(draft: Draft) {
  const { platform, plannedLaunch, traits } = draft
  return {
    name: readLine(draft.name),
    platform,
    environment: readLine(draft.environment),
    service: readLine(draft.service),
    version: readLine(draft.version),
    plannedLaunch,
    subjects: draft.subjects.map(readSubject).filter(({ name, digest }) => name !== '' || digest !== ''),
    traits,
    rollbackCommand: cleanText(draft.rollbackCommand).trim(),
    abortCriteria: readCriteria(draft.abortCriteria),
    people: draft.people
      .map((person) => ({ ...person, name: readLine(person.name), role: readLine(person.role) }))
      .filter(({ name, role }) => name !== '' || role !== ''),
  }
}

/** Members that this version does not know stay with their subject. */
function readSubject(subject: Subject): Subject {
  return { ...subject, name: readLine(subject.name), digest: parseDigest(subject.digest) ?? subject.digest }
}
