import { expect, test } from 'vitest'
import { digestItem } from '../../../../src/core/index.ts'
import type { ItemFrontmatter } from '../../../../src/core/schema.ts'
import { validItem } from '../../../fixtures/checklist.ts'

const verify = { run: 'git push origin HEAD:main', expect: 'The server rejects the push.' }

test.each<[string, ItemFrontmatter['verify']]>([
  ['a rule is added', { ...verify, judge: { pass: [{ has: 'rejected' }] } }],
  ['a rule changes', { ...verify, judge: { pass: [{ has: 'declined' }], leaves: 'The reason' } }],
  ['a word to fill in is named', { ...verify, fill: { 'HEAD:main': 'branch' } }],
  ['it turns out that a person has to run it', { ...verify, byHand: 'Needs a clone' }],
])('digestItem() stays the same when %s, so that nobody has to confirm again', async (_, changed) => {
  expect(await digestItem({ ...validItem, verify: changed })).toBe(await digestItem(validItem))
})

test('digestItem() is the one that answers were given for before there were rules', async () => {
  expect(await digestItem(validItem)).toBe('a180a29972fc45876331c23c0003669086cb4522f70212a6fc0ca650e1713d50')
})
