import { expect, test } from 'vitest'
import { digestItem, listItems } from '../../../src/core/index.ts'
import type { ItemFrontmatter } from '../../../src/core/schema.ts'
import { demoChecklist, validItem } from '../../fixtures/checklist.ts'

const accented = { ...validItem, why: 'Bj\u00f6rk cannot merge.' }

test.each<[string, ItemFrontmatter, ItemFrontmatter]>([
  ['lines are wrapped elsewhere', validItem, { ...validItem, why: validItem.why.replaceAll(' ', '\n  ') }],
  ['a line break stands at the end', validItem, { ...validItem, title: `${validItem.title}\n` }],
  [
    'a command is indented',
    validItem,
    { ...validItem, verify: { run: '  git  push origin HEAD:main', expect: 'The server rejects the push.' } },
  ],
  ['letters are composed or decomposed', accented, { ...accented, why: accented.why.normalize('NFD') }],
  ['members stand in another order', validItem, Object.fromEntries(Object.entries(validItem).reverse()) as never],
  [
    'members inside stand in another order',
    validItem,
    { ...validItem, verify: { expect: 'The server rejects the push.', run: 'git push origin HEAD:main' } },
  ],
  ['the phase moves', validItem, { ...validItem, phase: 'operate' }],
  ['the owner changes', validItem, { ...validItem, owner: 'security' }],
  ['a source is added', validItem, { ...validItem, sources: ['Z3', 'https://example.org/'] }],
  ['the id changes', validItem, { ...validItem, id: 'guard-main', formerly: ['protect-main'] }],
  ['it applies to fewer rollouts', validItem, { ...validItem, when: ['gpu'] }],
  ['another item comes first', validItem, { ...validItem, after: ['own-repository'] }],
])('digestItem() stays the same when %s', async (_, item, changed) => {
  expect(await digestItem(changed)).toBe(await digestItem(item))
})

const { evidence: _evidence, ...withoutEvidence } = validItem
const { needsLink: _needsLink, ...withoutNeedsLink } = validItem

test('digestItem() is the same whether no link is needed or nothing is said of one', async () => {
  expect(await digestItem({ ...validItem, needsLink: false })).toBe(await digestItem(withoutNeedsLink))
})

test.each<[string, ItemFrontmatter]>([
  ['a word of the title', { ...validItem, title: 'Protect the branch that deploys staging' }],
  ["a letter's case", { ...validItem, title: 'protect the branch that deploys production' }],
  ['the level', { ...validItem, level: 'should' }],
  ['the reason', { ...validItem, why: 'Because.' }],
  ['the command', { ...validItem, verify: { run: 'git push', expect: 'The server rejects the push.' } }],
  ['what the check shows', { ...validItem, verify: { run: 'git push origin HEAD:main', expect: 'No.' } }],
  ['the evidence', { ...validItem, evidence: 'A screenshot' }],
  ['the evidence, which is gone', withoutEvidence],
  ['whether a link is needed', { ...validItem, needsLink: false }],
  ['how long evidence lasts', { ...validItem, validForDays: 30 }],
  ['the question', { ...validItem, decision: { key: 'reviews', question: 'How many?', type: 'integer' } }],
])('digestItem() changes with %s', async (_, changed) => {
  expect(await digestItem(changed)).not.toBe(await digestItem(validItem))
})

test('digestItem() is a SHA-256 in lower-case hexadecimal', async () => {
  expect(await digestItem(validItem)).toMatch(/^[0-9a-f]{64}$/)
})

test('listItems() gives the items of all sections in reading order', () => {
  expect(listItems(demoChecklist).map(({ id }) => id)).toEqual(['a-must', 'a-should', 'a-may'])
})
