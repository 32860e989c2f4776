/** What `golive verify` was asked: the call as the verifier takes it, and where its answers go. */
import { readinessPredicateType, type VerifyOptions, type VsaOptions } from '../core/signoff/index.ts'
import { assertOptions, readArguments, UsageError } from './arguments.ts'
import { readBytes } from './files.ts'
import type { Io } from './io.ts'
import { checklistPath } from './rollouts.ts'
import { parseDays, parseRequirements, parseSha256, parseTime, readSubject } from './signoff-arguments.ts'
import { siteAddress } from './version.ts'

export interface VerifyCall {
  /** As they were named. */
  paths: string[]
  files: Uint8Array[]
  trustFile: Uint8Array
  /** As it was named. */
  trustPath: string
  options: VerifyOptions
  /** The moment was given, and is not that of the call. */
  isAt: boolean
  /** Paths; `-` is the standard output. */
  json: string | undefined
  junit: string | undefined
  emit: Emission | undefined
}

/** What is printed for a pipeline to sign; addresses that are not given are filled in from what was verified. */
export interface Emission extends Pick<VsaOptions, 'verifierId' | 'policyUri'> {
  kind: keyof typeof addressesOf
  resourceUri: string | undefined
}

const knownOptions = {
  trust: { type: 'string' },
  subject: { type: 'string', multiple: true },
  rollout: { type: 'string' },
  environment: { type: 'string' },
  checklist: { type: 'string' },
  at: { type: 'string' },
  require: { type: 'string', multiple: true },
  'max-age-days': { type: 'string' },
  'no-exceptions': { type: 'boolean' },
  'trust-sha256': { type: 'string' },
  'predicate-type': { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
  emit: { type: 'string' },
  'verifier-id': { type: 'string' },
  'resource-uri': { type: 'string' },
  'policy-uri': { type: 'string' },
} as const

/** What has no sense with another predicate; the environment also says who has to sign. */
const readinessOptions = ['rollout', 'checklist', 'max-age-days', 'no-exceptions'] as const

type Values = ReturnType<typeof readArguments<['FILE...'], typeof knownOptions>>['values']

/** @throws {UsageError | FileError} When anything is missing or malformed: then nothing is judged. */
export async function readVerifyCall(args: readonly string[], io: Io): Promise<VerifyCall> {
  const { values, files, others } = readArguments(args, ['FILE...'], knownOptions)
  const { 'predicate-type': type = readinessPredicateType } = values
  const isOurs = type === readinessPredicateType
  const ours = { rollout: 'ID', environment: 'ENV', checklist: 'FILE|sha256:HEX' }
  assertOptions(values, { trust: 'FILE', subject: 'ALG:HEX|FILE', ...(isOurs && ours) })
  const emit = readEmission(values, isOurs)
  const stray = isOurs ? undefined : readinessOptions.find((name) => values[name] !== undefined)
  // Whoever asked for it would take the answer for one about it.
  if (stray) throw new UsageError(`Option "--${stray}" is about a readiness report, and not "${type}"`)
  const { trust = '', json, junit } = values
  if ([emit !== undefined, json === '-', junit === '-'].filter(Boolean).length > 1) {
    throw new UsageError('Only one of --emit, --json and --junit can have the standard output')
  }
  const options = await readOptions(io, values)
  const paths = [...files, ...others]
  return {
    paths,
    files: await Promise.all(paths.map((path) => readBytes(io, path))),
    trustFile: await readBytes(io, trust, `Cannot read the trust file "${trust}"`),
    trustPath: trust,
    options,
    isAt: values.at !== undefined,
    json,
    junit,
    emit,
  }
}

async function readOptions(io: Io, values: Values): Promise<VerifyOptions> {
  const { at, checklist, 'max-age-days': days, 'trust-sha256': digest } = values
  return {
    rollout: values.rollout,
    environment: values.environment,
    now: at === undefined ? io.now() : parseTime('--at', at),
    require: parseRequirements(values.require ?? []),
    maxAgeDays: days === undefined ? undefined : parseDays('--max-age-days', days),
    noExceptions: values['no-exceptions'],
    trustSha256: digest === undefined ? undefined : parseSha256('--trust-sha256', digest),
    predicateType: values['predicate-type'],
    subjects: await Promise.all((values.subject ?? []).map((text) => readSubject(io, text))),
    checklist: checklist === undefined ? undefined : await readChecklistOption(io, checklist),
  }
}

/** A digest, the name of a platform whose checklist lies beside the tool, or a file. */
async function readChecklistOption(io: Io, text: string): Promise<string | Uint8Array> {
  if (text.startsWith('sha256:')) return `sha256:${parseSha256('--checklist', text)}`
  const path = /^[a-z][a-z0-9-]*$/.test(text) ? checklistPath(io, text) : text
  return readBytes(io, path, `Cannot read the checklist "${path}"`)
}

/** What can be printed, and which addresses are part of it. */
const addressesOf = {
  vsa: ['verifier-id', 'resource-uri', 'policy-uri'],
  svr: ['verifier-id', 'policy-uri'],
  'test-result': [],
} as const satisfies Record<string, readonly (keyof Values)[]>

function readEmission(values: Values, isOurs: boolean): Emission | undefined {
  const { emit, trust = '', 'verifier-id': verifierId, 'resource-uri': resourceUri, 'policy-uri': policyUri } = values
  const kinds = Object.keys(addressesOf) as (keyof typeof addressesOf)[]
  const kind = kinds.find((name) => name === emit)
  if (emit !== undefined && !kind) {
    throw new UsageError(`Option "--emit ${emit}" is not known, only ${kinds.map((name) => `"${name}"`).join(', ')}`)
  }
  const fitting: readonly string[] = kind ? addressesOf[kind] : []
  const stray = addressesOf.vsa.find((name) => values[name] !== undefined && !fitting.includes(name))
  if (stray) throw new UsageError(`Option "--${stray}" is no part of ${kind ? `"--emit ${kind}"` : 'what is printed'}`)
  if (!kind) return undefined
  // Whoever trusts the summary trusts its time, which nobody may choose.
  if (values.at !== undefined)
    throw new UsageError('Option "--emit" sums up what holds now, and "--at" asks about then')
  if (!isOurs) throw new UsageError('Option "--emit" sums up a readiness report, and not another predicate type')
  return {
    kind,
    verifierId: verifierId ?? new URL('golive', siteAddress).href,
    resourceUri,
    policyUri: policyUri ?? trust,
  }
}
