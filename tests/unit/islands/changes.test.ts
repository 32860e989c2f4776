import { expect, test } from 'vitest'
import { type Evidence, type ItemFields, type ItemRecord, setField } from '../../../src/core/index.ts'
import { listChanges } from '../../../src/islands/item/changes.ts'

const digest = '0123456789abcdef'
const link: Evidence = {
  kind: 'link',
  url: 'https://git.example/a',
  collectedAt: new Date(2026, 10, 2, 12).toISOString(),
}

/** A record to which these changes were made, a minute apart. */
function recordOf(...changes: [keyof ItemFields, ItemFields[keyof ItemFields], string?][]): ItemRecord {
  return changes.reduce<ItemRecord>(
    (record, [name, value, by], index) =>
      setField(record, name, value as never, new Date(Date.UTC(2026, 10, 21, 12, index)), { by }),
    { format: 2 },
  )
}

const textsOf = (record: ItemRecord, unit?: string) => listChanges(record, unit).map(({ text }) => text)

test('listChanges() tells what was changed, newest first', () => {
  const record = recordOf(
    ['state', { kind: 'started' }],
    ['note', 'a'],
    ['state', { kind: 'blocked', reason: 'The mirror is down' }],
    ['answer', 3],
    ['evidence/1', link],
    ['answer', 4],
    ['note', 'b'],
    ['evidence/1', { ...link, collectedAt: new Date(2026, 10, 3, 12).toISOString() }],
    ['state', { kind: 'done', itemDigest: digest }],
    ['evidence/1', null],
    ['note', ''],
  )
  expect(textsOf(record, 'GB')).toEqual([
    'note removed',
    'evidence removed: link git.example',
    'state: blocked → done',
    'evidence collected: 2026-11-02 → 2026-11-03, link git.example',
    'note changed',
    'answer: 3 GB → 4 GB',
    'evidence added: link git.example',
    'answer: none → 3 GB',
    'state: started → blocked: The mirror is down',
    'note written',
    'state: open → started',
  ])
})

test('listChanges() tells answers of every kind, and when one was taken back', () => {
  const record = recordOf(['answer', true], ['answer', ['a', 'b']], ['answer', 'site'], ['answer', null])
  expect(textsOf(record)).toEqual([
    'answer: site → none',
    'answer: a, b → site',
    'answer: yes → a, b',
    'answer: none → yes',
  ])
})

test('listChanges() tells a confirmed state from a changed one', () => {
  const record = recordOf(
    ['state', { kind: 'done', itemDigest: 'other', copiedFrom: 'payments-2.3.0' }],
    ['state', { kind: 'done', itemDigest: digest }],
    ['state', { kind: 'blocked', reason: 'one' }],
    ['state', { kind: 'blocked', reason: 'two' }],
  )
  expect(textsOf(record)).toEqual([
    'state: blocked, changed: two',
    'state: done → blocked: one',
    'state: done, confirmed',
    'state: open → done',
  ])
})

test('listChanges() names who made a change', () => {
  const [second, first] = listChanges(recordOf(['note', 'a', 'Ada'], ['note', 'b']))
  expect(first?.by).toBe('Ada')
  expect(second && 'by' in second).toBe(false)
})

test('listChanges() undoes the newest change of a field, and restores older ones', () => {
  const record = recordOf(['note', 'a'], ['note', 'b'], ['note', 'c'])
  expect(listChanges(record).map(({ restore }) => restore)).toEqual([
    { word: 'Undo', value: 'b' },
    { word: 'Restore', value: 'b' },
    { word: 'Restore', value: 'a' },
  ])
})

test.each<[keyof ItemFields, ItemFields[keyof ItemFields], unknown]>([
  ['state', { kind: 'started' }, { kind: 'open' }],
  ['note', 'a', ''],
  ['answer', 3, null],
  ['evidence/1', link, null],
])('listChanges() undoes the first change of %s', (field, value, blank) => {
  expect(listChanges(recordOf([field, value]))).toMatchObject([{ restore: { word: 'Undo', value: blank } }])
})

test('listChanges() offers nothing that would change nothing', () => {
  const record = recordOf(['note', 'a'], ['note', 'b'], ['note', 'a'])
  expect(listChanges(record).map(({ restore }) => restore?.word)).toEqual(['Undo', 'Restore', undefined])
})

test('listChanges() does not guess what came before the oldest change that is remembered', () => {
  const states = Array.from({ length: 120 }, (_, index) => ({ kind: 'blocked', reason: `${index} ${'x'.repeat(80)}` }))
  const texts = textsOf(recordOf(...states.map((state) => ['state', state] as never)))
  expect(texts.length).toBeLessThan(120)
  expect(texts.at(-1)).toMatch(/^state: blocked: \d+ x/)
})

test('listChanges() of no record, and of fields it does not know, is empty', () => {
  expect(listChanges(undefined)).toEqual([])
  expect(listChanges({ format: 2, mood: { value: 'calm', at: link.collectedAt } } as never)).toEqual([])
})
