/**
 * What a frozen report is exported as.
 *
 * Encoders bring libraries; a screen takes `listExports()`, which loads each of them when it is asked for.
 */
export { encodeCycloneDx } from './cyclonedx.ts'
export { nameFiles } from './file-name.ts'
export { encodeJunit, type JunitInput } from './junit.ts'
export { listExports, type NameSigner, type ReportExport } from './list-exports.ts'
export { isReportHtml, readReportHtml } from './read-report-html.ts'
export { encodeReportHtml } from './report-html.ts'
export type { SignedReport } from './signed-report.ts'
export { encodeStatementCsv } from './statement-csv.ts'
export { encodeStatementMarkdown } from './statement-markdown.ts'
