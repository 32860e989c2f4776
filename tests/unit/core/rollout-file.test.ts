import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  encodeRecord,
  type ItemFields,
  itemGuard,
  parseRecord,
  type RolloutFields,
  relateRecords,
  rolloutGuard,
} from '../../../src/core/index.ts'
import { encodeRolloutFile, parseGoliveFile } from '../../../src/core/rollout-file.ts'
import { early } from '../../fixtures/moments.ts'
import { anyContents, turnMembers } from '../../fixtures/rollout-contents.ts'
import { faultsOfFile, rolloutOf, validFile } from '../../fixtures/rollout-file.ts'
import { itemRecord, rolloutRecord, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** What a text says once it was read. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('a rollout file', () => {
  test('has the rollout first, then one item a block, sorted, and ends with a line break', () => {
    const contents = {
      id: 'shop-1',
      rollout: rolloutRecord({ platform: stamped('demo'), name: stamped('Shop') }),
      items: { 'b-item': itemRecord({ note: stamped('x') }), 'a-item': itemRecord() },
      wordings: {},
    }
    const stamp = (value: string) => ({ at: early, value })
    expect(encodeRolloutFile(contents)).toBe(
      `${JSON.stringify(
        {
          format: 1,
          kind: 'golive-rollout',
          rollout: { id: 'shop-1', name: stamp('Shop'), platform: stamp('demo') },
          items: { 'a-item': {}, 'b-item': { note: stamp('x') } },
        },
        null,
        2,
      )}\n`,
    )
  })

  test('leaves out items without a record', () => {
    const rollout = rolloutRecord({ platform: stamped('demo') })
    const text = encodeRolloutFile({ id: 'a', rollout, items: { gone: undefined }, wordings: {} })
    expect(rolloutOf(text).items).toEqual({})
  })

  test('is read with a member of every kind, each as it stands there', () => {
    const { rollout, items, wordings } = rolloutOf(JSON.stringify(validFile))
    const { id, ...fields } = validFile.rollout
    expect(id).toBe('payments-2.4.0')
    expect(rollout).toEqual({ format: 2, ...fields })
    expect(items).toEqual(
      Object.fromEntries(Object.entries(validFile.items).map(([item, members]) => [item, { format: 2, ...members }])),
    )
    expect(wordings).toEqual(validFile.wordings)
  })

  test('gives the same rollout back, whatever it holds', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const parsed = parseGoliveFile(encodeRolloutFile(contents))
        expect(parsed).toEqual({ kind: 'rollouts', rollouts: [plain(contents)], others: {} })
      }),
    )
  })

  test('is the same text for the same answers, whatever the order of members', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const text = encodeRolloutFile(contents)
        expect(encodeRolloutFile(turnMembers(contents))).toBe(text)
        expect(encodeRolloutFile(rolloutOf(text))).toBe(text)
        expect(encodeRolloutFile(rolloutOf(JSON.stringify(turnMembers(plain(JSON.parse(text))))))).toBe(text)
      }),
    )
  })

  test('has the members of everything in it in the order of their names', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const { rollout, items, wordings = {} } = JSON.parse(encodeRolloutFile(contents))
        const { id: _, ...fields } = rollout
        expectSorted([fields, items, wordings])
      }),
    )
  })

  test('holds records that storage takes', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const { rollout, items } = rolloutOf(encodeRolloutFile(contents))
        expect(parseRecord<RolloutFields>(encodeRecord(rollout), rolloutGuard)).toEqual({
          kind: 'record',
          record: rollout,
        })
        for (const record of Object.values(items)) {
          expect(parseRecord<ItemFields>(encodeRecord(record ?? itemRecord()), itemGuard)).toEqual({
            kind: 'record',
            record,
          })
        }
      }),
    )
  })

  test('brings nothing new to where it came from', () => {
    fc.assert(
      fc.property(anyContents, (contents) => {
        const { rollout, items } = rolloutOf(encodeRolloutFile(contents))
        expect(relateRecords(contents.rollout, rollout)).toBe('same')
        for (const [id, record] of Object.entries(items))
          expect(relateRecords<ItemFields>(contents.items[id], record)).toBe('same')
      }),
    )
  })

  test('is refused wherever it is cut, and nothing of it is taken', () => {
    fc.assert(
      fc.property(anyContents, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (contents, part) => {
        const text = encodeRolloutFile(contents).trimEnd()
        const cut = text.slice(0, Math.max(1, Math.floor(text.length * part)))
        expect(faultsOfFile(cut)).toEqual([': ends in the middle: it may have been cut off'])
      }),
    )
  })

  test('keeps members that it does not know, at every place', () => {
    const item = { mood: 'calm', note: { ...stamped('x', early, { value: 'y', at: early }), mood: [1] } }
    const file = {
      ...validFile,
      rollout: { ...validFile.rollout, mood: { calm: true }, people: stamped([{ name: 'Ada', role: '', phone: '1' }]) },
      items: { 'never-heard-of': { ...item, state: stamped({ kind: 'open', since: early }) } },
    }
    const again = rolloutOf(encodeRolloutFile(rolloutOf(JSON.stringify(file))))
    expect(again.rollout).toMatchObject({ mood: { calm: true }, people: { value: [{ name: 'Ada', phone: '1' }] } })
    expect(again.items).toEqual({ 'never-heard-of': { format: 2, ...file.items['never-heard-of'] } })
  })
})

function expectSorted(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  // Names that are numbers come first in every object of this language.
  const names = Object.keys(value).filter((name) => !/^\d+$/.test(name))
  if (!Array.isArray(value)) expect(names).toEqual([...names].sort())
  for (const member of Object.values(value)) expectSorted(member)
}
