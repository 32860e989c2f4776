/** A look for secrets in everything that a freeze takes along: the report, and the exported record beside it. */
import { maskContents, scanContents } from '../../secrets/scan-contents.ts'
import { maskReport, scanReport } from '../../secrets/scan-report.ts'
import type { FoundSecrets } from '../../secrets/scan-texts.ts'
import type { Freezing } from './freezing.ts'

export type { FoundSecrets }

/** What was found in both; the same words in the same place are told once. */
export async function scanFreezing({ report, contents }: Freezing): Promise<FoundSecrets> {
  const found = [await scanReport(report), await scanContents(contents)]
  const findings = new Map(found.flatMap((each) => each.findings).map((finding) => [JSON.stringify(finding), finding]))
  const masked = new Map(found.flatMap((each) => [...each.masked]))
  return { findings: [...findings.values()], masked }
}

export function maskFreezing({ report, contents }: Freezing, secrets: FoundSecrets): Freezing {
  return { report: maskReport(report, secrets), contents: maskContents(contents, secrets), isMasked: true }
}

/** Without asking: what was masked before is masked again, to compare. */
export async function maskAll(freezing: Freezing): Promise<Freezing> {
  return maskFreezing(freezing, await scanFreezing(freezing))
}
