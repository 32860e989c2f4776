import { expect, test } from 'vitest'
import { encodeRecord } from '../../../src/core/index.ts'
import { early, noon } from '../../fixtures/moments.ts'
import { faultsOfFile } from '../../fixtures/rollout-file.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const backupOf = (entries: Record<string, unknown>, others: object = {}) =>
  JSON.stringify({ format: 1, kind: 'golive-storage', savedAt: noon, entries, ...others })

test.each<[string, string, string[]]>([
  [
    'without entries',
    '{"format":1,"kind":"golive-storage","savedAt":"2026-11-01T08:00:00.000Z"}',
    ['entries: Invalid input: expected record, received undefined'],
  ],
  [
    'without its moment',
    backupOf({}, { savedAt: undefined }),
    ['savedAt: Invalid input: expected string, received undefined'],
  ],
  [
    'of a day that does not exist',
    backupOf({}, { savedAt: '2026-02-30T00:00:00.000Z' }),
    ['savedAt: is no moment like 2026-11-21T09:30:00.000Z'],
  ],
  [
    'with keys of others',
    backupOf({ theme: 'dark', 'golive:current': '{}', 'Golive:x': '' }),
    ['entries.theme: is no key of Golive', 'entries.Golive:x: is no key of Golive'],
  ],
  [
    'with an entry that is no text',
    backupOf({ 'golive:item:a:b': { format: 2 } }),
    ['entries.golive:item:a:b: Invalid input: expected string, received object'],
  ],
  ['with entries as list', backupOf([] as never), ['entries: Invalid input: expected record, received array']],
  [
    'of a newer format',
    backupOf({}, { format: 2 }),
    ['format: is 2, from a newer Golive than this one, which reads up to 1'],
  ],
])('a backup %s is refused', (_, text, faults) => {
  expect(faultsOfFile(text)).toEqual(faults)
})

test('a backup is refused where it is cut', () => {
  const text = backupOf({
    'golive:item:shop-1:a-must': encodeRecord(itemRecord({ note: stamped('Seen') })),
    'golive:x': early,
  })
  const cut = [': ends in the middle: it may have been cut off']
  for (let length = 1; length < text.length; length++) expect(faultsOfFile(text.slice(0, length))).toEqual(cut)
})
