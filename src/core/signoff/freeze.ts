/** Freezing: a report becomes the statement that people sign (signoff.md §3). */
import type { Checklist } from '../checklist.ts'
import { listItems } from '../checklist.ts'
import type { Report } from '../report.ts'
import type { Subject } from '../rollout.ts'
import { cleanText } from '../text.ts'
import { describeItem } from './freeze-item.ts'
import { formatMoment } from './moment.ts'
import type { Requirement } from './policy.ts'
import { computeResult } from './result.ts'
import { encodeStatement, readinessPredicateType } from './statement.ts'
import { type ReadinessStatement, type StatementSubject, statementType } from './statement-schema.ts'

export interface FreezeInput {
  /** Its moment becomes `frozenAt`, because everything in it was judged then. */
  report: Report
  /** The published checklist that the report was built with. */
  checklist: Pick<Checklist, 'sections'>
  /** Full address of the published checklist. */
  checklistUri: string
  /** The exported record of the rollout, which `cosign verify-blob-attestation FILE` then finds by its content. */
  recordFile: { name: string; sha256: string }
  requiredSignoffs: readonly Requirement[]
  /** The sentence that signers agree to. */
  affirmation: string
  expiresAt: Date
  producer: { uri: string; version: string }
}

/**
 * Bytes of the statement about a report, made once: they are what is signed.
 *
 * @throws {FormatError} Naming what a statement needs and the report has not, like an environment.
 * @throws {RangeError} When the report lacks an item of the checklist.
 */
export function freezeReport(input: FreezeInput): Uint8Array<ArrayBuffer> {
  return encodeStatement(buildStatement(input))
}

export function buildStatement(input: FreezeInput): ReadinessStatement {
  const { report, checklistUri, recordFile, requiredSignoffs, affirmation, expiresAt, producer } = input
  const { rollout, checklist, createdAt } = report
  const items = listReportItems(input).map((item) => describeItem(item, createdAt))
  return {
    _type: statementType,
    subject: listSubjects(rollout.subjects, recordFile),
    predicateType: readinessPredicateType,
    predicate: {
      result: computeResult(items),
      rollout: {
        id: rollout.id,
        environment: normaliseName(rollout.environment),
        ...(rollout.service.trim() && { service: normaliseName(rollout.service) }),
        ...(rollout.version.trim() && { version: normaliseName(rollout.version) }),
      },
      checklist: {
        name: checklist.platform,
        uri: checklistUri,
        digest: { sha256: checklist.sha256 },
        annotations: { version: checklist.version },
      },
      items,
      requiredSignoffs: requiredSignoffs.map(({ role, count }) => ({ role, count })),
      affirmation: cleanText(affirmation).trim(),
      frozenAt: formatMoment(createdAt),
      expiresAt: formatMoment(expiresAt),
      producer: { uri: producer.uri, version: producer.version },
    },
  }
}

/** Every item of the checklist, once and in its order. */
function listReportItems({ report, checklist }: FreezeInput) {
  const known = new Map(report.sections.flatMap(({ items }) => items).map((item) => [item.id, item]))
  return listItems(checklist).map(({ id, level }) => {
    const item = known.get(id)
    if (item?.level !== level) throw new RangeError(`Cannot freeze report: item "${id}" is not as in the checklist`)
    return item
  })
}

/** Images and charts before commits, because tools look for `sha256` first; the record is always there, as the last. */
function listSubjects(subjects: readonly Subject[], { name, sha256 }: FreezeInput['recordFile']): StatementSubject[] {
  const known = subjects.filter(({ digest }) => digest !== '')
  const isContent = ({ digest }: Subject) => digest.startsWith('sha256:')
  const sorted = [...known.filter(isContent), ...known.filter((subject) => !isContent(subject))]
  return [...sorted.map(describeSubject), { name: normaliseName(name), digest: { sha256 } }]
}

function describeSubject({ name, digest }: Subject): StatementSubject {
  const [algorithm = '', hex = ''] = digest.split(':')
  return { name: normaliseName(name), digest: { [algorithm]: hex } }
}

/** A name as two people would type it; what cannot be seen in it is refused when the statement is encoded. */
const normaliseName = (text: string) => text.normalize('NFC').trim()
