import type { RolloutFields, Stamped, Version } from '../core/index.ts'
import { compareRecords, isObject, listVersions, mergeProgress, mergeRecords, stableText } from '../core/index.ts'
import type { RolloutContents } from '../core/rollout-file.ts'

/** A field of which one side's value had to give way, although it was set on purpose. */
export interface MergeConflict {
  /** Item id; absent for a field of the rollout itself. */
  item?: string
  name: string
  ours: Version<unknown> | undefined
  theirs: Version<unknown> | undefined
  kept: 'ours' | 'theirs'
  /** The value that gave way stands in the history of the field: histories of long texts are short. */
  isRemembered: boolean
}

/**
 * Merges two copies of a rollout field by field, where the later value counts.
 *
 * @param base What both came from. A side that still equals it has not changed, so that there is no conflict; unless
 *   the other's change is older than what it replaced, like a commit taken back, and would be lost without a word.
 */
export function mergeRollouts(
  ours: RolloutContents,
  theirs: RolloutContents,
  base: RolloutContents | undefined,
): { merged: RolloutContents; conflicts: MergeConflict[] } {
  const merged = {
    id: ours.id,
    rollout: mergeRecords<RolloutFields>(ours.rollout, theirs.rollout),
    items: mergeProgress(ours.items, theirs.items),
    wordings: mergeWordings(ours.wordings, theirs.wordings),
  }
  // At a path that was used again lies the base of another rollout.
  const origin = base?.id === ours.id ? base : undefined
  const conflicts = [
    ...listConflicts(ours.rollout, theirs.rollout, origin?.rollout, merged.rollout),
    ...Object.keys(merged.items)
      .sort()
      .flatMap((item) =>
        listConflicts(ours.items[item], theirs.items[item], origin?.items[item], merged.items[item]).map(
          (conflict) => ({
            item,
            ...conflict,
          }),
        ),
      ),
  ]
  return { merged, conflicts }
}

function listConflicts(
  ours: object | undefined,
  theirs: object | undefined,
  base: object | undefined,
  merged: object | undefined,
): MergeConflict[] {
  const changes = compareRecords(ours as never, theirs as never)
  return changes.flatMap((change): MergeConflict[] => {
    const { name, relation } = change
    const [origin, result] = [readField(base, name), readField(merged, name)]
    const isOurs = stableText(change.ours?.value) === stableText(result?.value)
    const isTheirs = stableText(change.theirs?.value) === stableText(result?.value)
    const isChanged = (side: Stamped<unknown> | undefined) =>
      stableText(latestOf(side)) !== stableText(latestOf(origin))
    const isLost = (!isOurs && isChanged(change.ours)) || (!isTheirs && isChanged(change.theirs))
    const isOneSided = !isChanged(change.ours) || !isChanged(change.theirs)
    // Nothing of Golive takes a field out of a file, so that somebody did it by hand.
    const isTakenOut = origin !== undefined && !(change.ours && change.theirs)
    if (!isLost || !(isOneSided || isTakenOut || relation === 'conflict')) return []
    const loser = isOurs ? change.theirs : change.ours
    return [
      {
        name,
        ours: latestOf(change.ours),
        theirs: latestOf(change.theirs),
        kept: isOurs ? 'ours' : 'theirs',
        isRemembered: loser === undefined || remembers(result, loser),
      },
    ]
  })
}

/** Texts of one digest say the same; of two spellings every merge takes the same one. */
function mergeWordings(ours: RolloutContents['wordings'], theirs: RolloutContents['wordings']) {
  const merged = new Map(Object.entries(ours))
  for (const [digest, text] of Object.entries(theirs)) {
    const known = merged.get(digest)
    merged.set(digest, known !== undefined && known > text ? known : text)
  }
  return Object.fromEntries(merged)
}

function remembers(field: Stamped<unknown> | undefined, version: Version<unknown>): boolean {
  return (
    field !== undefined &&
    listVersions(field).some((each) => stableText(latestOf(each)) === stableText(latestOf(version)))
  )
}

function latestOf(field: Version<unknown> | undefined): Version<unknown> | undefined {
  return field && { value: field.value, at: field.at, ...(field.by && { by: field.by }) }
}

function readField(record: object | undefined, name: string): Stamped<unknown> | undefined {
  const field: unknown = record && Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined
  return isObject(field) && 'value' in field ? (field as unknown as Stamped<unknown>) : undefined
}
