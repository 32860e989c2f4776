import { identifySignatures } from '../core/signoff/merge-envelopes.ts'
import { renderReportFile } from './report-file/render.tsx'
import type { SignedReport } from './signed-report.ts'

/**
 * The report as one file that reads without script, prints, carries its envelope and checks itself offline.
 *
 * Made from the payload itself, so that it shows what was signed.
 *
 * @throws {FormatError} When the payload is no statement of ours.
 */
export async function encodeReportHtml({ envelope, keys }: SignedReport): Promise<string> {
  const { default: parts } = await import('virtual:golive/report-file')
  return renderReportFile(await identifySignatures(envelope, keys), keys, parts)
}
