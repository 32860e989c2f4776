import { expect, test } from 'vitest'
import { decisionSchema, itemSchema } from '../../../src/core/schema.ts'
import { validItem } from '../../fixtures/checklist.ts'
import { issuesOf, omit } from '../../fixtures/issues.ts'

test('itemSchema takes a valid item and changes nothing about it', () => {
  expect(itemSchema.parse(validItem)).toEqual(validItem)
})

test('itemSchema takes a should with only what is required', () => {
  const item = omit({ ...validItem, level: 'should' }, 'verify', 'evidence', 'needsLink', 'validForDays', 'decision')
  expect(issuesOf(itemSchema, item)).toEqual([])
})

test('itemSchema trims white space around text', () => {
  expect(itemSchema.parse({ ...validItem, why: '  It breaks.\n' }).why).toBe('It breaks.')
})

test.each<[string, object, string]>([
  ['an id with capitals', { id: 'Protect-main' }, 'id: must be kebab-case'],
  ['an id with an underscore', { id: 'protect_main' }, 'id: must be kebab-case'],
  ['an id with two hyphens in a row', { id: 'protect--main' }, 'id: must be kebab-case'],
  ['an id that ends in a hyphen', { id: 'protect-' }, 'id: must be kebab-case'],
  ['an empty id', { id: '' }, 'id: must be kebab-case'],
  ['an id of 61 letters', { id: 'a'.repeat(61) }, 'id: Too big'],
  ['no former id', { formerly: [] }, 'formerly: Too small'],
  ['a former id that is no id', { formerly: ['Old'] }, 'formerly.0: must be kebab-case'],
  ['an empty title', { title: ' ' }, 'title: must not be empty'],
  ['a title with a full stop', { title: 'Protect the branch.' }, 'title: must not end with a full stop'],
  ['a title of 91 letters', { title: 'a'.repeat(91) }, 'title: Too big'],
  ['an unknown level', { level: 'maybe' }, 'level: Invalid option'],
  ['an unknown phase', { phase: 'design' }, 'phase: Invalid option'],
  ['an unknown owner', { owner: 'intern' }, 'owner: Invalid option'],
  ['an empty reason', { why: '' }, 'why: must not be empty'],
  ['a reason of 401 letters', { why: 'a'.repeat(401) }, 'why: Too big'],
  ['a check without expectation', { verify: { run: 'ls' } }, 'verify.expect: Invalid input: expected string'],
  ['an expectation of 501 letters', { verify: { expect: 'a'.repeat(501) } }, 'verify.expect: Too big'],
  ['an empty command', { verify: { run: '', expect: 'x' } }, 'verify.run: must not be empty'],
  ['an unknown member of the check', { verify: { expect: 'x', shell: 'sh' } }, 'verify: Unrecognized key: "shell"'],
  ['a must without check', { verify: undefined }, 'verify: is missing: say how a must is checked'],
  ['a link as evidence of nothing', { evidence: undefined }, 'evidence: is missing: say what the link has to show'],
  ['evidence of 241 letters', { evidence: 'a'.repeat(241) }, 'evidence: Too big'],
  ['evidence that is stale at once', { validForDays: 0 }, 'validForDays: Too small'],
  ['evidence that lasts 1001 days', { validForDays: 1001 }, 'validForDays: Too big'],
  ['half a day', { validForDays: 1.5 }, 'validForDays: Invalid input: expected int'],
  ['no trait', { when: [] }, 'when: Too small'],
  ['a trait that is no id', { when: ['Has GPU'] }, 'when.0: must be kebab-case'],
  ['an empty list of what comes first', { after: [] }, 'after: Too small'],
  ['no source', { sources: [] }, 'sources: Too small'],
  ['a source that is neither claim nor URL', { sources: ['manual'] }, 'sources.0: must be a claim id like "Z12"'],
  ['a claim id with four digits', { sources: ['Z1234'] }, 'sources.0: must be a claim id'],
  ['a source that is no web address', { sources: ['ftp://example.org/'] }, 'sources.0: must be a claim id'],
  ['an unknown member', { severity: 'high' }, ': Unrecognized key: "severity"'],
])('itemSchema refuses %s', (_, change, issue) => {
  expect(issuesOf(itemSchema, { ...validItem, ...change })).toEqual([expect.stringContaining(issue)])
})

test.each(['id', 'title', 'level', 'phase', 'owner', 'why', 'sources'])('itemSchema needs "%s"', (name) => {
  const issues = issuesOf(itemSchema, omit(validItem, name))
  expect(issues).toEqual([expect.stringMatching(`^${name}: Invalid`)])
})

test('itemSchema tells of a missing check and a missing evidence together with another fault', () => {
  const issues = issuesOf(itemSchema, omit({ ...validItem, owner: 'intern' }, 'verify', 'evidence'))
  expect(issues.map((issue) => issue.split(':')[0]).sort()).toEqual(['evidence', 'owner', 'verify'])
})

const decision = { key: 'nodes', question: 'How many nodes?', type: 'integer', min: 3, max: 9, unit: 'nodes' }

test.each<[string, object]>([
  ['a number with limits', {}],
  ['limits that are equal', { min: 3, max: 3 }],
  ['a choice with options', { type: 'choice', options: ['a', 'b'] }],
  ['a text with a pattern', { type: 'text', pattern: '(https://|git@).+', hint: 'git@example.org:site.git' }],
])('decisionSchema takes %s', (_, change) => {
  expect(issuesOf(decisionSchema, { ...decision, ...change })).toEqual([])
})

test.each<[string, object, string]>([
  ['a key with a hyphen', { key: 'node-count' }, 'key: must be camelCase'],
  ['a key with a capital first', { key: 'Nodes' }, 'key: must be camelCase'],
  ['a question of 121 letters', { question: 'a'.repeat(121) }, 'question: Too big'],
  ['an unknown type', { type: 'float' }, 'type: Invalid option'],
  ['a choice without options', { type: 'choice' }, 'options: a choice needs its options'],
  ['a single option', { type: 'choice', options: ['a'] }, 'options: Too small'],
  ['a minimum above the maximum', { min: 10 }, 'min: must not be larger than max'],
  ['a minimum that is no number', { min: '3' }, 'min: Invalid input: expected number'],
  ['a pattern that does not compile', { type: 'text', pattern: '(' }, 'pattern: is not a regular expression'],
  ['an empty unit', { unit: '' }, 'unit: must not be empty'],
  ['a hint of 201 letters', { hint: 'a'.repeat(201) }, 'hint: Too big'],
  ['an unknown member', { default: 3 }, ': Unrecognized key: "default"'],
])('decisionSchema refuses %s', (_, change, issue) => {
  expect(issuesOf(decisionSchema, { ...decision, ...change })).toEqual([expect.stringContaining(issue)])
})
