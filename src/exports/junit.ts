/** A verified report as JUnit XML, which pipelines show as tests (signoff.md §7). */
import XmlBuilder from 'fast-xml-builder'
import { cleanText } from '../core/index.ts'
import type {
  ReadinessItem,
  ReadinessStatement,
  Reason,
  Requirement,
  Verification,
  VerifiedSigner,
} from '../core/signoff/index.ts'
import { formatMinute } from './visible-text.ts'

export interface JunitInput {
  /** Absent when too few people signed for anybody to look at what they signed. */
  statement?: ReadinessStatement | undefined
  required: readonly Requirement[]
  missing: readonly Requirement[]
  /** What the verifier refused; absent where nobody verified, empty where it accepted. */
  reasons?: readonly Reason[] | undefined
  signers?: readonly VerifiedSigner[] | undefined
  /** Moment that somebody chose to judge at, RFC 3339; absent for the moment of the call. */
  chosenMoment?: string | undefined
  /** Those that the verifier applied; of readiness, unless it is said. */
  rules?: Verification['rules']
}

/** At most one of the last three; none of them is a test that passed. */
interface TestCase {
  '@classname': string
  '@name': string
  '@time': '0'
  'system-out'?: string
  skipped?: { '@message': string }
  failure?: { '@message': string; '@type': string; '#text': string }
}

/**
 * Text of `NAME.junit.xml`: the checklist as a suite, and each item as a case; a case for each required sign-off, and
 * one for the verification, so that a file that was refused never looks green.
 */
export function encodeJunit(input: JunitInput): string {
  const { statement } = input
  const cases = [
    ...(input.reasons ? [describeVerification(input, input.reasons)] : []),
    ...listSignoffs(input),
    ...(statement?.predicate.items.map((item) => describeItem(item, checklistOf(statement))) ?? []),
  ]
  const counts = {
    '@tests': String(cases.length),
    '@failures': String(cases.filter(({ failure }) => failure).length),
    '@errors': '0',
    '@skipped': String(cases.filter(({ skipped }) => skipped).length),
    '@time': '0',
  }
  const suite = { '@name': nameSuite(input), ...counts, ...describeFacts(input), testcase: cases }
  const builder = new XmlBuilder(builderOptions)
  const declaration = { '@version': '1.0', '@encoding': 'UTF-8' }
  return builder.build({ '?xml': declaration, testsuites: { '@name': 'golive', ...counts, testsuite: suite } })
}

const builderOptions = {
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  // Without this, an item of the name "true" would be an attribute without a value.
  suppressBooleanAttributes: false,
  tagValueProcessor: (_name: string, value: unknown) => cleanXml(String(value)),
  attributeValueProcessor: (_name: string, value: unknown) => cleanXml(String(value)).replace(/\s/g, ' '),
}

/** Without the characters that XML 1.0 cannot hold in any way (§2.2), and without those that deceive. */
const cleanXml = (text: string) =>
  cleanText(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

const checklistOf = ({ predicate }: ReadinessStatement) => predicate.checklist.name ?? 'checklist'

function nameSuite({ statement, rules }: JunitInput): string {
  if (!statement) return rules === 'none' ? 'attestation' : 'readiness'
  const version = statement.predicate.checklist.annotations?.['version']
  return [checklistOf(statement), ...(typeof version === 'string' ? [version] : [])].join(' ')
}

function describeFacts({ statement, chosenMoment }: JunitInput): object {
  const facts = { ...(statement && listFacts(statement)), ...(chosenMoment && { judgedAt: chosenMoment }) }
  const property = Object.entries(facts).map(([name, value]) => ({ '@name': name, '@value': value }))
  return {
    ...(statement && { '@timestamp': statement.predicate.frozenAt.replace(/(\.\d+)?Z$/, '') }),
    ...(property.length > 0 && { properties: { property } }),
  }
}

function listFacts({ predicate }: ReadinessStatement) {
  const { rollout, result, expiresAt, checklist } = predicate
  return {
    rollout: rollout.id,
    environment: rollout.environment,
    result,
    expiresAt,
    checklist: `sha256:${checklist.digest['sha256']}`,
  }
}

function describeVerification({ rules, chosenMoment }: JunitInput, reasons: readonly Reason[]): TestCase {
  const claim =
    rules === 'none'
      ? 'Envelope, people and subject are accepted: no rule of readiness was applied'
      : 'The sign-off is accepted'
  const then = chosenMoment ? ` as of ${formatMinute(chosenMoment)}, which is not about now` : ''
  const test = nameCase('verification', `${claim}${then}`)
  const [first, ...others] = reasons
  if (!first) return test
  const message = others.length === 0 ? first.message : `${first.message}, and ${others.length} more`
  const text = reasons.map((reason) => `${reason.code}: ${reason.message}`).join('\n')
  return { ...test, failure: { '@message': message, '@type': first.code, '#text': text } }
}

/** One case for each role: however many people a hostile statement asks for, the file stays small. */
function listSignoffs({ required, missing, signers = [] }: JunitInput): TestCase[] {
  return required.map(({ role, count }) => {
    const test = nameCase('sign-off', count === 1 ? role : `${role} (${count} people)`)
    const people = signers.flatMap(({ id, fills }) => (fills === role ? [id] : []))
    const lacking = missing.find((place) => place.role === role)?.count ?? 0
    if (lacking === 0) return people.length === 0 ? test : { ...test, 'system-out': `Signed by ${people.join(', ')}` }
    const message = `Lacks ${lacking} of ${count === 1 ? '1 person' : `${count} people`} who sign as ${role}`
    return { ...test, failure: { '@message': message, '@type': 'role-missing', '#text': message } }
  })
}

function describeItem({ id, title, requirement, status, reason, ...item }: ReadinessItem, checklist: string): TestCase {
  const test = nameCase(checklist, title === undefined ? id : `${id}: ${title}`)
  const said = reason ?? 'Open'
  switch (status) {
    case 'done':
      return test
    case 'not-applicable':
      return { ...test, skipped: { '@message': `Does not apply: ${said}` } }
    case 'risk-accepted':
      return { ...test, 'system-out': `Risk accepted until ${item.expiresAt}: ${said}` }
    case 'open':
      if (requirement !== 'must')
        return { ...test, skipped: { '@message': `Open, and only a ${requirement}: ${said}` } }
      return { ...test, failure: { '@message': `A must is open: ${said}`, '@type': 'open', '#text': said } }
  }
}

const nameCase = (classname: string, name: string): TestCase => ({
  '@classname': classname,
  '@name': name,
  '@time': '0',
})
