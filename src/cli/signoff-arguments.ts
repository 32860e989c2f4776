/** Values of options that several commands of the sign-off take. */
import { parseMoment, parseSubjectDigest, type Requirement } from '../core/signoff/index.ts'
import { UsageError } from './arguments.ts'
import { digestFile } from './files.ts'
import type { Io } from './io.ts'

/** `sre`, or `sre=2`; roles may hold any other character. */
export function parseRequirements(texts: readonly string[]): Requirement[] {
  const requirements = texts.map((text) => {
    const [, role = '', digits] = /^(.+?)(?:=(\d+))?$/s.exec(text) ?? []
    const count = Number(digits ?? 1)
    if (Number.isSafeInteger(count) && count >= 1) return { role, count }
    throw new UsageError(`Option "--require ${text}" is no role, and no role with a number of people like sre=2`)
  })
  const roles = requirements.map(({ role }) => role)
  const twice = roles.find((role, index) => roles.indexOf(role) < index)
  if (twice !== undefined) throw new UsageError(`Option "--require" names the role "${twice}" twice`)
  return requirements
}

/** `2026-12-04T00:00:00Z`, or a day for its first moment in UTC. */
export function parseTime(option: string, text: string): Date {
  const time = parseMoment(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)
  if (time !== undefined) return new Date(time)
  throw new UsageError(`Option "${option} ${text}" is no moment like 2026-12-04T00:00:00Z, and no day like 2026-12-04`)
}

export function parseDays(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`Option "${option} ${text}" is no number of days`)
}

/** Digits of `sha256:HEX`, or of `HEX` alone. */
export function parseSha256(option: string, text: string): string {
  const [, hex] = /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(text) ?? []
  if (hex !== undefined) return hex.toLowerCase()
  throw new UsageError(`Option "${option} ${text}" is no SHA-256: 64 digits, with sha256: before them or without`)
}

/**
 * A subject as the verifier takes it: a digest as it was typed, or that of a file.
 *
 * @throws {UsageError} For what looks like a digest and is none, so that nobody looks for a file of that name.
 */
export async function readSubject(io: Io, text: string): Promise<string> {
  if (parseSubjectDigest(text)) return text
  if (!/^([A-Za-z][A-Za-z0-9]+:|[0-9a-fA-F]{40,}$)/.test(text)) return digestFile(io, text)
  const forms = 'sha256, sha384, sha512 or gitCommit, a colon and all digits'
  throw new UsageError(`Option "--subject ${text}" is no digest: ${forms}; or a file, like ./NAME`)
}
