import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  type EvidenceName,
  historyLength,
  type ItemFields,
  type ItemRecord,
  type ItemState,
  isEvidenceName,
  isObject,
  judgeItem,
  listEvidence,
  listVersions,
  mergeRecords,
  type Stamped,
} from '../../../src/core/index.ts'
import { anyEvidence, anyMergedLongRecord, anyMergedRecord, anyState } from '../../fixtures/arbitraries.ts'
import { afterLaunch, early, late } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped, versionTexts } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const join = (a: ItemRecord, b: ItemRecord) => mergeRecords<ItemFields>(a, b)

/** Names of fields that have a time, in either of two records. */
const stampedNames = (...records: ItemRecord[]) => [
  ...new Set(
    records.flatMap((record) => Object.entries(record).flatMap(([name, field]) => (isField(field) ? name : []))),
  ),
]
const isField = (field: unknown) => isObject(field) && typeof field['at'] === 'string' && 'value' in field
const fieldOf = (record: ItemRecord, name: string) => Reflect.get(record, name) as Stamped<unknown> | undefined
const textsOf = (record: ItemRecord, name: string) => {
  const field = fieldOf(record, name)
  return isField(field) ? versionTexts(field) : []
}

describe('a merge loses nothing', () => {
  test('every version that either copy knows counts or is remembered', () => {
    fc.assert(
      fc.property(anyMergedRecord, anyMergedRecord, (a, b) => {
        const merged = join(a, b)
        for (const name of stampedNames(a, b)) {
          expect(textsOf(merged, name)).toEqual([...new Set([...textsOf(a, name), ...textsOf(b, name)])].sort())
        }
      }),
    )
  })

  test('only versions go that are older than a whole history of what replaced them', () => {
    const timeOf = (version: string) => String(JSON.parse(version).at)
    fc.assert(
      fc.property(anyMergedLongRecord, anyMergedLongRecord, (a, b) => {
        const known = [...new Set([...textsOf(a, 'note'), ...textsOf(b, 'note')])].sort((left, right) =>
          timeOf(left) + left < timeOf(right) + right ? 1 : -1,
        )
        const lengths = known.map((version, index) => (index === 0 ? 0 : version.length))
        const kept = known.filter((_, index) => index === 0 || sum(lengths.slice(0, index)) < historyLength)
        expect(textsOf(join(a, b), 'note')).toEqual(kept.sort())
      }),
    )
  })

  test('the latest version of each field is the latest that either copy knows', () => {
    fc.assert(
      fc.property(anyMergedLongRecord, anyMergedLongRecord, (a, b) => {
        const merged = join(a, b)
        for (const name of stampedNames(a, b)) {
          const times = [a, b].flatMap((record) => (isField(fieldOf(record, name)) ? fieldOf(record, name)?.at : []))
          expect(fieldOf(merged, name)?.at).toBe(times.sort().at(-1))
        }
      }),
    )
  })

  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
})

describe('a merge never loses a done item with newer evidence', () => {
  const done = { kind: 'done' as const, itemDigest: 'd' }

  /** A copy in which somebody did the item after whatever the other copy says of it. */
  const doneLater = anyMergedRecord.chain((record) =>
    fc.record({ piece: anyEvidence, by: fc.constantFrom('Ada', 'Bob') }).map(({ piece, by }) =>
      join(
        record,
        itemRecord({
          state: { value: done, at: afterLaunch, by },
          'evidence/new': stamped({ ...piece, collectedAt: late }, afterLaunch),
        }),
      ),
    ),
  )

  test('it is done, by whom and when it was', () => {
    fc.assert(
      fc.property(doneLater, anyMergedRecord, (ours, theirs) => {
        for (const merged of [join(ours, theirs), join(theirs, ours)]) {
          expect(merged.state).toMatchObject({ value: done, at: afterLaunch, by: ours.state?.by })
        }
      }),
    )
  })

  test('it counts as done wherever it did before the merge', () => {
    const judge = (record: ItemRecord, validForDays: number) =>
      judgeItem(record, { validForDays }, { plannedLaunch: '' }, new Date(afterLaunch)).kind
    fc.assert(
      fc.property(doneLater, anyMergedRecord, fc.constantFrom(30, 59, 60, 61, 90), (ours, theirs, validForDays) => {
        if (judge(ours, validForDays) === 'done') expect(judge(join(ours, theirs), validForDays)).toBe('done')
      }),
    )
  })

  test('every piece of evidence of either copy is there, unless it was removed or changed later', () => {
    fc.assert(
      fc.property(doneLater, anyMergedRecord, (ours, theirs) => {
        const merged = join(ours, theirs)
        const names = [ours, theirs].flatMap((copy) => Object.keys(copy).filter(isEvidenceName))
        for (const name of names) expect(merged[name]).toEqual(expectedPiece(name, ours, theirs))
        expect(listEvidence(merged).map(([name]) => name)).toContain('evidence/new')
      }),
    )
  })

  /** The later of two copies of a piece with everything else as history; the copy that is there where one is. */
  function expectedPiece(name: EvidenceName, ours: ItemRecord, theirs: ItemRecord) {
    const versions = [ours[name], theirs[name]].flatMap((field) => (field ? listVersions(field) : []))
    const latest = versions
      .map(({ at }) => at)
      .sort()
      .at(-1)
    const values = versions.filter(({ at }) => at === latest).map(({ value }) => value)
    return expect.objectContaining({
      at: latest,
      value: expect.toSatisfy((value) => values.some((each) => isSame(each, value))),
    })
  }
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

  test('also where the other copy was opened again, blocked or risked before', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const theirs = itemRecord({ state: stamped(state, early), 'evidence/old': stamped(output(early), early) })
        const ours = itemRecord({ state: stamped(done, late), 'evidence/new': stamped(link(late), late) })
        const merged = join(theirs, ours)
        expect(merged.state).toEqual(stamped<ItemState>(done, late, stamped(state, early)))
        expect(listEvidence(merged)).toEqual([
          ['evidence/old', output(early)],
          ['evidence/new', link(late)],
        ])
      }),
    )
  })

  test('a piece that was removed later stays removed, and is remembered', () => {
    const kept = itemRecord({ 'evidence/a': stamped(link(), early) })
    const removed = itemRecord({ 'evidence/a': stamped(null, late, stamped(link(), early)) })
    expect(join(removed, kept)).toEqual(removed)
    expect(listEvidence(join(kept, removed))).toEqual([])
  })
})
