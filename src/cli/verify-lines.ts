/** What a verification found, for people. */
import {
  FormatError,
  parseAttestation,
  type Reason,
  type SignatureFinding,
  type Verification,
  type VerifiedSigner,
} from '../core/signoff/index.ts'
import { formatUtc } from './describe.ts'
import { type Entry, laySection, layTable } from './print.ts'
import { describeRequirement, layExceptions, listReadinessFacts, listSubjectFacts } from './readiness-lines.ts'
import type { VerifyCall } from './verify-call.ts'

export function layVerification(verification: Verification, call: VerifyCall): string[] {
  const { reasons, signers, missing, readiness, signatures } = verification
  const ignored = signatures.filter(({ ignored }) => ignored)
  return [
    layVerdict(verification, call),
    ...laySection('Reasons', reasons.map(describeReason)),
    ...laySection('In which files', listUnreadable(verification, call)),
    ...laySection('Signed by', signers.map(describeSigner)),
    ...laySection(
      'Missing',
      missing.map((place) => ({ cells: [describeRequirement(place)] })),
    ),
    ...laySection('Signatures that do not count', ignored.map(describeIgnored)),
    '',
    ...layTable(listFacts(verification, call), ''),
    ...(readiness ? layExceptions(readiness) : []),
  ]
}

function layVerdict(
  { status, reasons, readiness, rules, judgedAt }: Verification,
  { options, isAt }: VerifyCall,
): string {
  const count = reasons.length === 1 ? '1 reason' : `${reasons.length} reasons`
  if (status === 'trouble') return `CANNOT JUDGE, for ${count}`
  const at = isAt ? ` as of ${formatUtc(judgedAt)}` : ''
  const [verdict, may] = status === 'accepted' ? ['ACCEPTED', 'may go'] : ['REFUSED', 'may not go']
  const because = status === 'accepted' ? '' : `, for ${count}`
  if (rules === 'none') return `${verdict}${at}: envelope, people and subject of another predicate type${because}`
  const exceptions = status === 'accepted' && readiness?.result === 'WARNED' ? ', with exceptions' : ''
  return `${verdict}${at}: ${options.rollout} ${may} to ${options.environment}${exceptions}${because}`
}

/** Of several files, those that are meant by reasons about "the" file. */
function listUnreadable({ status, digests }: Verification, { files, paths }: VerifyCall): Entry[] {
  if (files.length === 1 || status !== 'refused' || digests.payload !== undefined) return []
  return files.flatMap((bytes, index) => {
    try {
      parseAttestation(bytes)
      return []
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      return [{ cells: [paths[index] ?? '', error.code ?? ''] }]
    }
  })
}

const describeReason = ({ code, message }: Reason): Entry => ({ cells: [code, message] })

function describeSigner({ id, roles, fills }: VerifiedSigner): Entry {
  return { cells: [id, fills === undefined ? 'not needed' : `as ${fills}`, `roles: ${roles.join(', ')}`] }
}

/** The hint is a claim; where the maker is known, that is said instead. */
function describeIgnored({ index, hint, person, ignored }: SignatureFinding): Entry {
  const whose = person ?? (hint ? `says ${hint}` : 'says nothing')
  return { cells: [`${index + 1}.`, ignored?.code ?? '', whose], details: ignored ? [ignored.message] : [] }
}

function listOtherFacts({ environment }: VerifyCall['options']): string[][] {
  const asked = environment
    ? `${environment}, for who has to sign there: nothing else was asked about it`
    : 'none was named: only those who have to sign everywhere were asked for'
  return [
    ['Rules', 'none of readiness was applied: only envelope, people and subject count here'],
    ['Environment', asked],
  ]
}

function listFacts(verification: Verification, { isAt, paths, trustPath, options }: VerifyCall): string[][] {
  const { readiness, statement, judgedAt, digests, required, rules, comparedItems } = verification
  const isByDigest = rules === 'readiness' && typeof options.checklist === 'string'
  return [
    ...(rules === 'none' ? listOtherFacts(options) : []),
    ...(readiness ? listReadinessFacts(readiness) : statement ? [['Predicate', statement.predicateType]] : []),
    ...(statement ? listSubjectFacts(statement) : []),
    ...(isByDigest && !comparedItems ? [['Items', 'not compared with the checklist: only a digest was given']] : []),
    ...(readiness && comparedItems ? [['Items', 'compared with the checklist, each one']] : []),
    ...(required.length > 0 ? [['Required', required.map(describeRequirement).join(', ')]] : []),
    ['Judged as of', `${formatUtc(judgedAt)}${isAt ? ', as --at says: this is not about now' : ''}`],
    ...paths.flatMap((path, index) => [
      ['File', path],
      ...(digests.files[index] ? [['', `sha256:${digests.files[index]}`]] : []),
    ]),
    ['Trust file', trustPath],
    ...(digests.trust ? [['', `sha256:${digests.trust}`]] : []),
    ...(digests.payload ? [['Signed bytes', `sha256:${digests.payload}`]] : []),
  ]
}
