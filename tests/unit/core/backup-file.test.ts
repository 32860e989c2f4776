import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { encodeRecord } from '../../../src/core/index.ts'
import { parseGoliveFile } from '../../../src/core/rollout-file.ts'
import { early, noon } from '../../fixtures/moments.ts'
import { anyContents } from '../../fixtures/rollout-contents.ts'
import { itemRecord, link, rolloutRecord, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const backupOf = (entries: Record<string, unknown>, others: object = {}) =>
  JSON.stringify({ format: 1, kind: 'golive-storage', savedAt: noon, entries, ...others })

const read = (entries: Record<string, unknown>) => {
  const parsed = parseGoliveFile(backupOf(entries))
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed
}

const rollout = rolloutRecord({ platform: stamped('demo'), name: stamped('Shop') })
const item = itemRecord({ note: stamped('Seen') })

describe('a backup', () => {
  test('gives every rollout with its items and all wordings, sorted by id', () => {
    const parsed = read({
      'golive:rollout:shop-2': encodeRecord(rollout),
      'golive:item:shop-2:a-must': encodeRecord(item),
      'golive:rollout:shop-1': encodeRecord(rollout),
      'golive:item:shop-1:b-must': encodeRecord(item),
      'golive:item:shop-1:a-must': encodeRecord(item),
      'golive:wording:0123456789abcdef': 'Protect the branch',
    })
    const wordings = { '0123456789abcdef': 'Protect the branch' }
    expect(parsed).toEqual({
      kind: 'rollouts',
      rollouts: [
        { id: 'shop-1', rollout, items: { 'a-must': item, 'b-must': item }, wordings },
        { id: 'shop-2', rollout, items: { 'a-must': item }, wordings },
      ],
      others: {},
    })
  })

  test('reads records of format 1, as they lay in storage', () => {
    const old = (fields: object) => JSON.stringify({ format: 1, ...fields })
    const parsed = read({
      'golive:rollout:shop-1': old({ name: stamped('Shop'), platform: stamped('demo') }),
      'golive:item:shop-1:a-must': old({ note: stamped('Seen') }),
    })
    expect(parsed.rollouts).toEqual([{ id: 'shop-1', rollout, items: { 'a-must': item }, wordings: {} }])
  })

  test('gives the answers of the rollout that nobody has named yet, and of no other that it does not know', () => {
    const parsed = read({
      'golive:item:demo-first:a-must': encodeRecord(item),
      'golive:item:shop-1:a-must': encodeRecord(item),
    })
    expect(parsed.rollouts).toEqual([
      { id: 'demo-first', rollout: { format: 2 }, items: { 'a-must': item }, wordings: {} },
    ])
    expect(parsed.others).toEqual({ 'item:shop-1:a-must': encodeRecord(item) })
  })

  test.each<[string, string, object]>([
    ['a script as link', 'item:shop-1:a', itemRecord({ 'evidence/a': stamped(link(early, 'javascript:alert(1)')) })],
    ['a text that turns its direction', 'item:shop-1:a', itemRecord({ note: stamped('exe.\u202egpj') })],
    ['an id that is no item', 'item:shop-1:A b', item],
    ['an id that goes on', 'item:shop-1:a:b', item],
    ['an id that is no rollout', 'rollout:Shop 1', rollout],
    ['an id that is empty', 'rollout:', rollout],
    ['an id of a rollout that goes on', 'rollout:shop-1:b', rollout],
    ['no platform', 'rollout:shop-2', rolloutRecord({ name: stamped('Shop') })],
    ['a name that is too long', 'rollout:shop-2', rolloutRecord({ ...rollout, name: stamped('a'.repeat(301)) })],
    ['a person of another type', 'item:shop-1:a', { ...item, note: { ...stamped('Seen'), by: { name: 'Ada' } } }],
  ])('keeps as text a record with %s, which a file may not hold', (_, key, record) => {
    const text = encodeRecord<object>(record as never)
    const parsed = read({ 'golive:rollout:shop-1': encodeRecord(rollout), [`golive:${key}`]: text })
    expect(parsed.rollouts).toEqual([{ id: 'shop-1', rollout, items: {}, wordings: {} }])
    expect(parsed.others).toEqual({ [key]: text })
  })

  test('keeps as text what is no record that it can read', () => {
    const others = {
      current: '{"format":2,"platform":"demo","rollouts":{}}',
      person: '{"format":2}',
      'item:shop-1:a-must': '{rubbish',
      'item:shop-1:b-must': '{"format":3}',
      'rollout:shop-1': '{"format":2,"name":5}',
      'item:shop-1': encodeRecord(item),
      'aside:item:shop-1:a-must': '{older rubbish',
      'aside:item:shop-1:a-must:2': '',
      'of a newer Golive': '<b>\u202e</b>',
    }
    const entries = Object.fromEntries(Object.entries(others).map(([key, text]) => [`golive:${key}`, text]))
    expect(read(entries)).toEqual({ kind: 'rollouts', rollouts: [], others })
  })

  test('leaves out what a device notes for itself', () => {
    const own = { 'golive:told:keeping': '1', 'golive:kept': 'x', 'golive:kept:report': '{"format":2}' }
    expect(read(own)).toEqual({ kind: 'rollouts', rollouts: [], others: {} })
  })

  test('may hold nothing', () => {
    expect(read({})).toEqual({ kind: 'rollouts', rollouts: [], others: {} })
  })

  test('gives back what was stored, whatever it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyContents, { selector: ({ id }) => id, maxLength: 3 }), (contents) => {
        const entries = contents.flatMap(({ id, rollout, items }) => [
          [`golive:rollout:${id}`, encodeRecord(rollout)] as const,
          ...Object.entries(items).map(
            ([name, record]) => [`golive:item:${id}:${name}`, encodeRecord(record ?? item)] as const,
          ),
        ])
        const expected = contents.map((each) => ({ ...each, wordings: {} })).sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(read(Object.fromEntries(entries)).rollouts).toEqual(JSON.parse(JSON.stringify(expected)))
      }),
    )
  })
})
