import type { Report } from '../core/index.ts'
import type { TextPath } from './map-texts.ts'
import { type FoundSecrets, maskTexts, type PlacedFinding, scanTexts } from './scan-texts.ts'

export type { PlacedFinding }
export type ReportSecrets = FoundSecrets

/** Looks for secrets in everything that people typed into a report. */
export function scanReport(report: Report): Promise<ReportSecrets> {
  return scanTexts(report, (path) => describePlace(report, path))
}

export function maskReport(report: Report, secrets: ReportSecrets): Report {
  return maskTexts(report, secrets)
}

const fieldWords: Readonly<Record<string, string>> = {
  abortCriteria: 'abort criteria',
  changedBy: 'person',
  people: 'people',
  risk: 'accepted risk',
  rollbackCommand: 'rollback command',
  subjects: 'what is rolled out',
}

/** `Item restore-drill, note` or `Rollout, rollback command`. */
function describePlace({ sections, gone }: Report, path: TextPath): string {
  const [part, index, second, third, field] = path
  if (part === 'sections' && second === 'items') {
    const id = sections[Number(index)]?.items[Number(third)]?.id
    return `Item ${id}, ${nameField(field)}`
  }
  if (part === 'gone') return `Item ${gone[Number(index)]?.id}, ${nameField(second)}`
  return part === 'rollout' ? `Rollout, ${nameField(index)}` : nameField(part)
}

const nameField = (name: string | number | undefined) => fieldWords[String(name)] ?? String(name)
