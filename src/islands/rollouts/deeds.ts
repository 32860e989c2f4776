/** What can be done with a rollout of the list: each says what it did, and how to take it back. */
import { now } from '../../browser/environment.ts'
import { saveFile } from '../../browser/save-file.ts'
import type { Rollout } from '../../core/index.ts'
import { encodeBackup } from '../../stores/backup.ts'
import { readContents } from '../../stores/contents.ts'
import {
  $rollouts,
  archiveRollout,
  changeRolloutById,
  deleteRollout,
  type RolloutEntry,
  removeRollout,
  restoreRollout,
} from '../../stores/rollouts.ts'
import { say } from './said.ts'

const quote = ({ name }: Rollout) => `“${name}”`

/** Saves a rollout as a file and says so; what writes files is loaded when somebody wants one. */
export async function saveRolloutFile({ id }: Rollout): Promise<string> {
  const parts = await Promise.all([
    import('../../stores/transfer.ts'),
    import('../../secrets/scan-contents.ts'),
    import('../secrets/ask.tsx'),
  ]).catch(() => undefined)
  if (!parts) return 'No file: the part that writes files could not be loaded. Check the connection and try again.'
  const [{ exportRollout }, { maskContents, scanContents }, { askAboutSecrets }] = parts
  // While the person decides, another tab may write what nobody has looked at.
  const contents = readContents(id)
  const secrets = await scanContents(contents)
  const choice = await askAboutSecrets(secrets.findings)
  if (choice === 'cancel') return 'No file was written.'
  const { name, text } = exportRollout(id, choice === 'mask' ? maskContents(contents, secrets) : contents)
  saveFile(name, 'application/json', text)
  return `Handed ${name} to the downloads of this browser.`
}

export async function exportFile(rollout: Rollout): Promise<void> {
  say(await saveRolloutFile(rollout), true)
}

export function setArchived(rollout: Rollout, isArchived: boolean): void {
  const isStored = archiveRollout(rollout.id, isArchived)
  const text = isArchived ? `Archived ${quote(rollout)}.` : `${quote(rollout)} is in use again.`
  say(text, isStored, () => setArchived(rollout, !isArchived))
}

/** Undoing it shows the rollout on its platform's pages again only where they showed it before. */
export function markDeleted({ rollout, isCurrent }: RolloutEntry): void {
  const isStored = deleteRollout(rollout.id)
  say(`Deleted ${quote(rollout)}.`, isStored, () => bringBack(rollout, isCurrent))
}

/** A rollout from long ago does not take the place of the one that people work on now. */
export function restore(rollout: Rollout): void {
  const isOtherShown = $rollouts.get().some((entry) => entry.isCurrent && entry.rollout.platform === rollout.platform)
  bringBack(rollout, !isOtherShown)
}

function bringBack(rollout: Rollout, isShown: boolean): void {
  const isStored = isShown ? restoreRollout(rollout.id) : changeRolloutById(rollout.id, { deletedAt: '' })
  say(`${quote(rollout)} is back.`, isStored)
}

export function removeForGood(rollout: Rollout): void {
  removeRollout(rollout.id)
  const isGone = !$rollouts.get().some((entry) => entry.rollout.id === rollout.id)
  const text = isGone
    ? `Removed ${quote(rollout)} for good.`
    : `${quote(rollout)} could not be removed: this browser does not let the site change its storage.`
  say(text, true)
}

export function saveBackup(): void {
  saveFile('golive-backup.json', 'application/json', encodeBackup(now()))
  say('Handed golive-backup.json to the downloads of this browser.', true)
}
