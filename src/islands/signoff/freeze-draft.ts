/** The form of a freeze: what is typed, and what has to be corrected. */
import type { Rollout } from '../../core/index.ts'
import { saysNoGo } from '../../core/signoff/affirmation.ts'
import { isIdentifier } from '../../core/signoff/identifier.ts'
import type { Requirement, Result } from '../../core/signoff/index.ts'
import { saysSomething } from '../../core/spoken.ts'

export interface FreezeDraft {
  roles: { role: string; count: string }[]
  /** Absent while it is the proposed one, which follows the report. */
  affirmation?: string
  /** Local date and time, like 2026-12-04T09:00. */
  expiresAt: string
  /** Said of a report with an open must. */
  isNoGo: boolean
}

export type FreezeProblems = Readonly<Record<string, string>>

const validDays = 14
const maxCount = 20

/** @param now Moment from which the validity is counted. */
export function beginFreeze({ people }: Rollout, now: Date): FreezeDraft {
  const end = new Date(now)
  end.setDate(end.getDate() + validDays)
  const roles = people.map(({ role }) => role.normalize('NFC').trim()).filter(Boolean)
  const counts = new Map<string, number>()
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1)
  return {
    roles: [...counts].map(([role, count]) => ({ role, count: String(count) })),
    expiresAt: formatField(end),
    isNoGo: false,
  }
}

export function findFreezeProblems(
  { roles, affirmation, expiresAt, isNoGo }: FreezeDraft,
  { result, now }: { result: Result; now: Date },
): FreezeProblems {
  const names = roles.map(({ role }) => role.normalize('NFC').trim())
  const found: [string, string | undefined][] = [
    ...roles.map(({ role }, index): [string, string | undefined] => [
      `roles.${index}.role`,
      findRoleProblem(role.normalize('NFC').trim(), names.slice(0, index)),
    ]),
    ...roles.map(({ count }, index): [string, string | undefined] => [`roles.${index}.count`, findCountProblem(count)]),
    ['affirmation', affirmation === undefined ? undefined : findAffirmationProblem(affirmation, result)],
    ['expiresAt', findExpiryProblem(expiresAt, now)],
    ['isNoGo', result === 'FAILED' && !isNoGo ? 'A must is open: say that this is a no-go report.' : undefined],
  ]
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** The roles of a draft without problems. */
export function readRequirements({ roles }: FreezeDraft): Requirement[] {
  return roles.map(({ role, count }) => ({ role: role.normalize('NFC').trim(), count: Number(count) }))
}

function findRoleProblem(role: string, before: readonly string[]): string | undefined {
  if (role === '') return 'Name the role, or remove the row.'
  if (before.includes(role)) return 'This role is named above already: raise its number.'
  return isIdentifier(role) ? undefined : 'A role has visible characters only, at most 300 of them.'
}

function findCountProblem(count: string): string | undefined {
  const isWhole = /^[1-9]\d?$/.test(count.trim()) && Number(count) <= maxCount
  return isWhole ? undefined : `Give a number from 1 to ${maxCount}.`
}

function findAffirmationProblem(affirmation: string, result: Result): string | undefined {
  if (!saysSomething(affirmation)) return 'Say what signers agree to.'
  if (affirmation.length > 2_000) return 'A sentence of at most 2,000 characters, please.'
  if (result === 'FAILED' && !saysNoGo(affirmation)) {
    return 'The sentence of a no-go report has the word “no-go” in it, so that nobody takes it for an approval.'
  }
  return undefined
}

function findExpiryProblem(expiresAt: string, now: Date): string | undefined {
  const end = new Date(expiresAt)
  if (Number.isNaN(end.getTime())) return 'Give both the day and the time.'
  if (end.getFullYear() > 9999) return 'Give a year of four digits.'
  return end > now ? undefined : 'This has passed: the report would never be valid.'
}

function formatField(moment: Date): string {
  const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')
  const day = [pad(moment.getFullYear(), 4), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-')
  return `${day}T${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}
