/** The statement in and out: bytes that are made once and never serialised again, and strict reading of them. */
import { formatPath } from '../json-scan.ts'
import { maxPayloadBytes } from './envelope.ts'
import { buildReason, FormatError, quoteText, refuse } from './errors.ts'
import { parseMoment } from './moment.ts'
import type { Reason } from './reasons.ts'
import { computeResult } from './result.ts'
import { parseWithSchema } from './schema-reasons.ts'
import {
  maxItems,
  type Readiness,
  type ReadinessStatement,
  readinessSchema,
  type Statement,
  statementSchema,
} from './statement-schema.ts'
import { type JsonLimits, parseStrictJson } from './strict-json.ts'

/** The one predicate to which the rules of readiness are applied (signoff.md §1). */
export const readinessPredicateType = 'https://golive.example/attestation/readiness/v1'

const limits: JsonLimits = { maxBytes: maxPayloadBytes, maxDepth: 64, maxValues: 150_000, maxMembers: maxItems }
const thing = 'Statement'

/**
 * Bytes of a payload, to be kept: encoding the same statement again may give others, which nobody signed.
 *
 * @throws {FormatError} When it would not be read back, or no envelope could carry it.
 */
export function encodeStatement(statement: ReadinessStatement): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(statement, null, 2)}\n`)
  if (bytes.length > maxPayloadBytes) {
    const fault = `has ${bytes.length} bytes, and at most ${maxPayloadBytes} fit into an envelope`
    refuse('too-large', thing, `${fault}: shorten notes and pasted evidence`)
  }
  parseReadinessStatement(bytes)
  return bytes
}

/**
 * Reads an in-toto Statement v1 of any predicate.
 *
 * @throws {FormatError} With every fault of the first kind that was found.
 */
export function parseStatement(payload: Uint8Array): Statement {
  const value = parseStrictJson(payload, thing, limits)
  assertNumbers(value)
  const statement = parseWithSchema(statementSchema, value, thing, 'statement-shape')
  // As it was read: zod's copy of it would inherit from Object.prototype.
  return { ...statement, predicate: (value as Statement).predicate }
}

/**
 * Reads a statement of ours: shape, dates and result, everything that the bytes alone can tell.
 *
 * @throws {FormatError}
 */
export function parseReadinessStatement(payload: Uint8Array): ReadinessStatement {
  const statement = parseStatement(payload)
  if (statement.predicateType !== readinessPredicateType) {
    refuse('predicate-type', thing, `is not "${readinessPredicateType}"`, 'predicateType')
  }
  return { ...statement, predicate: parseReadiness(statement.predicate) }
}

/** @throws {FormatError} */
export function parseReadiness(predicate: Statement['predicate']): Readiness {
  const readiness = parseWithSchema(readinessSchema, predicate, thing, 'statement-shape', 'predicate')
  const faults = checkReadiness(readiness)
  if (faults.length > 0) throw new FormatError(faults)
  return readiness
}

function checkReadiness({ items, result, frozenAt, expiresAt, requiredSignoffs, checklist }: Readiness): Reason[] {
  const tell = (code: Reason['code'], path: string, fault: string) =>
    buildReason(code, thing, fault, `predicate.${path}`)
  const seen = new Set<string>()
  const repeated = items.filter(({ id }) => seen.size === seen.add(id).size)
  const roles = requiredSignoffs.map(({ role }) => role)
  const computed = computeResult(items)
  return [
    ...repeated.map(({ id }) => tell('item-repeated', 'items', `hold ${quoteText(id)} twice`)),
    ...(new Set(roles).size < roles.length ? [tell('role-repeated', 'requiredSignoffs', 'name a role twice')] : []),
    ...('sha256' in checklist.digest ? [] : [tell('digest-weak', 'checklist.digest', 'has no sha256')]),
    ...((parseMoment(expiresAt) ?? 0) <= (parseMoment(frozenAt) ?? 0)
      ? [tell('dates-impossible', 'expiresAt', 'is not after "frozenAt"')]
      : []),
    ...(result === computed ? [] : [tell('result-mismatch', 'result', `is ${result}, and the items give ${computed}`)]),
  ]
}

/** Integers below 2^53 only: readers that go through protobuf turn numbers into doubles (signoff.md §3.2). */
function assertNumbers(value: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    refuse('number-not-integer', thing, 'is no integer below 2^53', formatPath(path))
  }
  if (typeof value !== 'object' || value === null) return
  const entries: Iterable<[PropertyKey, unknown]> = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, member] of entries) assertNumbers(member, [...path, key])
}
