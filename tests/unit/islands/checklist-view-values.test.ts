import { expect, test, vi } from 'vitest'
import { listValues } from '../../../src/islands/checklist-view/known-values.ts'
import type { RowItem } from '../../../src/islands/checklist-view/row-item.ts'

vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('document', { querySelectorAll: () => [], querySelector: () => null })
const { describeMisses } = await import('../../../src/islands/checklist-view/address.ts')
const { countDifferences } = await import('../../../src/islands/checklist-view/view.ts')

const row = (level: string, phase: string, owner: string) =>
  ({ level, phase, owner, area: 'network', state: 'open' }) as unknown as RowItem

test('values stand in the order of work, and only those that a checklist has', () => {
  const known = listValues([
    row('may', 'launch', 'security'),
    row('must', 'plan', 'network'),
    row('may', 'plan', 'network'),
  ])
  expect(known).toEqual({
    level: ['must', 'may'],
    phase: ['plan', 'launch'],
    area: ['network'],
    owner: ['network', 'security'],
    state: ['open', 'started', 'blocked', 'to-confirm', 'done', 'risk-accepted', 'not-applicable'],
  })
})

test('what came and what went is counted', () => {
  expect(countDifferences([1, 2, 3], [2, 3])).toBe(1)
  expect(countDifferences([1, 2], [2, 3])).toBe(2)
  expect(countDifferences([], [])).toBe(0)
})

test('what an address asks for and does not get is told', () => {
  expect(describeMisses([], undefined)).toBe('')
  expect(describeMisses(['level=high', 'owner=me'], undefined)).toContain('level=high, owner=me.')
  expect(describeMisses([], 'Rotate keys')).toBe('The address leads to “Rotate keys”, which the filters leave out.')
})
