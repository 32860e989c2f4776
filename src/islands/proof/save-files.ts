/** Files that take work out of the browser: the script of checks, and the dates as a calendar. */
import type { PublishedChecklist } from '../../browser/checklists.ts'
import { now } from '../../browser/environment.ts'
import { saveFile } from '../../browser/save-file.ts'
import type { Progress, Rollout } from '../../core/index.ts'

export interface ExportSource {
  /** Path the site is served from, with a slash at its end. */
  base: string
  /** Version of Golive. */
  version: string
  published: PublishedChecklist
  rollout: Rollout
  items: Progress
}

/** @returns What was saved, or undefined where somebody left the question about secrets. */
export async function saveScript({ version, published, rollout }: ExportSource): Promise<string | undefined> {
  const { encodeCheckScript } = await import('../../core/proof/check-script.ts')
  const { checklist, sha256: checklistSha256 } = published
  const { name, environment } = rollout
  const edit = await askForEdit<Rollout>({ name, environment }, 'the script')
  if (!edit) return undefined
  const script = encodeCheckScript({ checklist, checklistSha256, rollout: edit(rollout), now: now(), version })
  saveFile('checks.sh', 'application/x-sh', script)
  return 'Saved checks.sh. Read it, run it with “sh checks.sh”, and import its results under Rollouts.'
}

interface Dated {
  rollout: Rollout
  progress: Progress
}

/** @returns What was saved and what is not in it, or undefined where somebody left the question about secrets. */
export async function saveCalendar(source: ExportSource): Promise<string | undefined> {
  const { encodeCalendar, proposeGates } = await import('../../core/calendar.ts')
  const { base, published, rollout, items: progress } = source
  const gates = proposeGates(rollout.plannedLaunch)
  const siteUrl = new URL(base, location.href).href
  const edit = await askForEdit<Dated>(listDatedTexts(source), 'the calendar')
  if (!edit) return undefined
  const text = encodeCalendar({
    checklist: published.checklist,
    ...edit({ rollout, progress }),
    gates,
    now: now(),
    siteUrl,
  })
  const isPlanned = gates.length > 0
  // A calendar without an event is none, and programs refuse it.
  if (!text.includes('BEGIN:VEVENT')) return 'Nothing to save yet: no launch is planned, and nothing expires.'
  saveFile(`${rollout.id}.ics`, 'text/calendar', text)
  return isPlanned
    ? `Saved ${rollout.id}.ics. The times of the gates are proposals: move them in the calendar.`
    : `Saved ${rollout.id}.ics without launch and gates, because no launch is planned: it holds what expires.`
}

/** What a calendar tells of a rollout that people typed. */
function listDatedTexts({ rollout, items }: ExportSource) {
  const { name, rollbackCommand, abortCriteria } = rollout
  const risks = Object.values(items).map((record) => record?.state?.value)
  return { name, rollbackCommand, abortCriteria, risks }
}

/**
 * Nothing leaves before somebody has seen what in it looks like a secret.
 *
 * @param texts What is looked at.
 */
async function askForEdit<Edited>(texts: unknown, place: string): Promise<((value: Edited) => Edited) | undefined> {
  const [{ maskTexts, scanTexts }, { askAboutSecrets }] = await Promise.all([
    import('../../secrets/scan-texts.ts'),
    import('../secrets/ask.tsx'),
  ])
  const found = await scanTexts(texts, () => place)
  const choice = await askAboutSecrets(found.findings)
  if (choice === 'cancel') return undefined
  return (value) => (choice === 'mask' ? maskTexts(value, found) : value)
}
