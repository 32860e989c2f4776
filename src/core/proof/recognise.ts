import { resultsHeading } from './check-results.ts'
import type { ScanTool } from './scan-report.ts'

/** What a file of results is: of a script of ours, or of a scanner. */
export type ProofFileKind = 'script' | ScanTool

/** How far into a file is looked for what tells it. */
const reach = 4_096

/** Tells what a file is by its beginning; reading it then says whether it is sound. */
export function recogniseProofFile(text: string): ProofFileKind | undefined {
  const start = text
    .slice(0, reach)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith(resultsHeading.replace(/\d+$/, ''))) return 'script'
  if (start.startsWith('<')) return /<testsuites?[\s/>]/.test(start) ? 'junit' : undefined
  if (/^\{\s*"PolarisOutputVersion"/.test(start)) return 'polaris'
  return /^\{\s*"(?:Controls|Totals)"|^\[\s*\{[^[]*"node_type"|^\[\s*\{\s*"id"/.test(start) ? 'kube-bench' : undefined
}
