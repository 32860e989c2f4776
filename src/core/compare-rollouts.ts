/** Two rollouts, or two copies of one: what changed from the one to the other, and what that means for the launch. */
import { type Checklist, listItems } from './checklist.ts'
import { compareRecords, type FieldChange, followRenames } from './compare.ts'
import type { ItemRecord, Progress } from './progress.ts'
import { stableText, type Version } from './record.ts'
import { describeRollout } from './rollout.ts'
import type { RolloutContents } from './rollout-file.ts'
import { type ItemStatus, judgeItem } from './status.ts'

/**
 * How a field differs. Only copies of one rollout have `repeated`, the same value given once more, and `conflict`,
 * values set without knowing of each other: in two rollouts the answers have nothing to do with each other.
 */
export type DifferenceKind = 'added' | 'removed' | 'changed' | 'repeated' | 'conflict'

export interface FieldDifference {
  name: string
  kind: DifferenceKind
  before?: Version<unknown>
  after?: Version<unknown>
}

/**
 * What a change means, beyond that something changed: `finished` is done now and was not; `regressed` was done and has
 * to be seen to again; `applies` did not apply before; `excused` applied before; `risk-accepted` is a new risk, and
 * `risk-renewed` one that ends later than before.
 */
export type ItemEffect = 'finished' | 'regressed' | 'applies' | 'excused' | 'risk-accepted' | 'risk-renewed'

export interface ItemDifference {
  id: string
  /** Absent without a checklist, or where it has no such item. */
  title?: string
  before: ItemStatus
  after: ItemStatus
  effects: ItemEffect[]
  /** Empty where only the rollout changed, like its traits, and with it what the answer amounts to. */
  fields: FieldDifference[]
}

export interface RolloutComparison {
  /** Both are copies of one rollout. */
  isSameRollout: boolean
  /** What differs in the rollout itself. */
  fields: FieldDifference[]
  /** Items that differ: those of the checklist in reading order, then the others by id. */
  items: ItemDifference[]
}

/**
 * Compares two rollouts of one platform.
 *
 * Histories are left out: two copies that hold the same answers do not differ.
 *
 * @param now Moment at which both are judged, so that time alone makes no difference.
 * @param checklist Says when answers count, and which ids an item had before; without it every item applies, no
 *   evidence ages, and a renamed item is two.
 */
export function compareRollouts(
  before: RolloutContents,
  after: RolloutContents,
  now: Date,
  checklist?: Checklist,
): RolloutComparison {
  const isSameRollout = before.id === after.id
  const terms = new Map(checklist && listItems(checklist).map((item) => [item.id, item]))
  const [older, newer] = [before, after].map(({ id, rollout, items }) => ({
    terms: describeRollout(id, rollout),
    items: checklist ? followRenames(items, checklist) : items,
  })) as [Side, Side]
  const ids = new Set([...Object.keys(older.items), ...Object.keys(newer.items)].sort())
  const items = [...new Set([...terms.keys(), ...ids])].flatMap((id): ItemDifference[] => {
    const item = terms.get(id)
    const [earlier, later] = [recordOf(older, id), recordOf(newer, id)]
    const was = judgeItem(earlier, item ?? {}, older.terms, now)
    const is = judgeItem(later, item ?? {}, newer.terms, now)
    const fields = compareFields(earlier, later, isSameRollout)
    if (fields.length === 0 && was.kind === is.kind) return []
    const effects = listEffects(was, is, isRenewed(earlier, later))
    return [{ id, ...(item && { title: item.title }), before: was, after: is, effects, fields }]
  })
  return { isSameRollout, fields: compareFields(before.rollout, after.rollout, isSameRollout), items }
}

interface Side {
  terms: ReturnType<typeof describeRollout>
  items: Progress
}

const recordOf = ({ items }: Side, id: string) => (Object.hasOwn(items, id) ? items[id] : undefined)

function compareFields(
  before: object | undefined,
  after: object | undefined,
  isSameRollout: boolean,
): FieldDifference[] {
  return compareRecords(before as never, after as never).flatMap((change) => {
    const kind = nameDifference(change, isSameRollout)
    return kind === 'repeated' && !isSameRollout ? [] : [{ name: change.name, kind, ...versionsOf(change) }]
  })
}

function nameDifference({ relation, ours, theirs }: FieldChange, isSameRollout: boolean): DifferenceKind {
  if (!ours) return 'added'
  if (!theirs) return 'removed'
  if (stableText(ours.value) === stableText(theirs.value)) return 'repeated'
  return relation === 'conflict' && isSameRollout ? 'conflict' : 'changed'
}

function versionsOf({ ours, theirs }: FieldChange): Pick<FieldDifference, 'before' | 'after'> {
  const latest = ({ value, at, by }: Version<unknown>) => ({ value, at, ...(by && { by }) })
  return { ...(ours && { before: latest(ours) }), ...(theirs && { after: latest(theirs) }) }
}

function listEffects({ kind: before }: ItemStatus, { kind: after }: ItemStatus, isRenewed: boolean): ItemEffect[] {
  if (before === after) return isRenewed ? ['risk-renewed'] : []
  const effects: [ItemEffect, boolean][] = [
    ['finished', after === 'done'],
    ['regressed', before === 'done' && after !== 'not-applicable'],
    ['applies', before === 'not-applicable'],
    ['excused', after === 'not-applicable'],
    ['risk-accepted', after === 'risk-accepted' && !isRenewed],
    ['risk-renewed', isRenewed],
  ]
  return effects.filter(([, isSo]) => isSo).map(([effect]) => effect)
}

/** By what was answered, because a risk that has ended is judged as open. */
function isRenewed(before: ItemRecord | undefined, after: ItemRecord | undefined): boolean {
  const [older, newer] = [before?.state?.value, after?.state?.value]
  return older?.kind === 'risk-accepted' && newer?.kind === 'risk-accepted' && newer.expiresAt > older.expiresAt
}
