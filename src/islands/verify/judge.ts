import { loadSiteFile } from '../../browser/site-file.ts'
import type { Verification } from '../../core/signoff/index.ts'
import type { Core } from './core.ts'
import { type Desk, listAttestations } from './desk.ts'
import { buildOptions } from './expectation.ts'
import { needsConfirming, unconfirmed } from './problems.ts'

/** What kept the screen from asking the procedure at all. */
export interface JudgeTrouble {
  checklist?: string
  confirmed?: string
  trust?: string
  /** The browser itself failed. */
  failed?: string
}

/** Asks the procedure about what lies on the screen; the same call as that of `golive verify`. */
export async function judgeDesk(
  core: Core,
  desk: Desk,
  now: Date,
): Promise<JudgeTrouble & { outcome: Verification | undefined }> {
  if (needsConfirming(desk.expected)) return { confirmed: unconfirmed, outcome: undefined }
  let checklist: Uint8Array | undefined
  try {
    checklist = await readChecklist(desk)
  } catch (error) {
    return { checklist: error instanceof Error ? error.message : String(error), outcome: undefined }
  }
  const files = listAttestations(desk).map(({ bytes }) => bytes)
  const options = buildOptions(desk.expected, checklist, core.parseMoment, now)
  return { outcome: await core.verifyAttestation(files, desk.trust?.bytes, options) }
}

async function readChecklist({ checklist, expected }: Desk): Promise<Uint8Array | undefined> {
  if (expected.checklist === 'file') return checklist?.bytes
  if (expected.checklist === '' || expected.checklist === 'digest') return undefined
  return loadSiteFile(`${expected.checklist}/checklist.json`)
}
