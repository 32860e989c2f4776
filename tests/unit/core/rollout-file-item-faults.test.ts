import { expect, test } from 'vitest'
import { faultsWith, type Path } from '../../fixtures/rollout-file.ts'

const noMoment = 'is no moment like 2026-11-21T09:30:00.000Z'

const item = (...path: Path) => ['items', 'protect-main', ...path]
const risk = (...path: Path) => ['items', 'test-restore', 'state', 'value', ...path]

test.each<[string, Path, unknown, string]>([
  ['a bare state', item('state'), 'done', 'state: Invalid input: expected object, received string'],
  ['an unknown kind', item('state', 'value', 'kind'), 'finished', 'state.value.kind: Invalid discriminator value'],
  [
    'a state that nobody stores',
    item('state', 'value', 'kind'),
    'to-confirm',
    'state.value.kind: Invalid discriminator value',
  ],
  ['a digest of words', item('state', 'value', 'itemDigest'), 'abcx', 'state.value.itemDigest: is no digest'],
  ['a note of another type', item('note', 'value'), 5, 'note.value: Invalid input: expected string, received number'],
  [
    'a note that is too long',
    item('note', 'value'),
    'a'.repeat(20_001),
    'note.value: is longer than 20,000 characters',
  ],
  ['an answer of another type', item('answer', 'value'), { a: 1 }, 'answer.value: is no answer'],
  ['an answer of lists', item('answer', 'value'), [['a']], 'answer.value: is no answer'],
  [
    'bare evidence',
    item('evidence/a'),
    'https://example.org/',
    'evidence/a: Invalid input: expected object, received string',
  ],
  [
    'unknown evidence',
    item('evidence/a', 'value', 'kind'),
    'video',
    'evidence/a.value.kind: Invalid discriminator value',
  ],
  [
    'evidence without moment',
    item('evidence/a', 'value', 'collectedAt'),
    'noon',
    `evidence/a.value.collectedAt: ${noMoment}`,
  ],
  [
    'evidence of a day that does not exist',
    item('evidence/b', 'value', 'collectedAt'),
    '2026-02-30T00:00:00.000Z',
    `evidence/b.value.collectedAt: ${noMoment}`,
  ],
  [
    'too long an output',
    item('evidence/b', 'value', 'text'),
    'a'.repeat(10_001),
    'evidence/b.value.text: is longer than 10,000 characters',
  ],
  ['a short SHA-256', item('evidence/c', 'value', 'sha256'), 'e'.repeat(63), 'evidence/c.value.sha256: is no SHA-256'],
  [
    'a SHA-256 in capitals',
    item('evidence/c', 'value', 'sha256'),
    'E'.repeat(64),
    'evidence/c.value.sha256: is no SHA-256',
  ],
  [
    'a file of half a byte',
    item('evidence/c', 'value', 'sizeBytes'),
    0.5,
    'evidence/c.value.sizeBytes: Invalid input: expected int',
  ],
  ['a file below nothing', item('evidence/c', 'value', 'sizeBytes'), -1, 'evidence/c.value.sizeBytes: Too small'],
  ['removed evidence without time', item('evidence/d', 'at'), '', `evidence/d.at: ${noMoment}`],
])('of an item, %s is told with its path', (_, path, member, fault) => {
  expect(faultsWith(path, member)).toEqual([expect.stringMatching(`^items\\.protect-main\\.${literally(fault)}`)])
})

test.each<[string, string, unknown, string]>([
  ['no reason', 'reason', undefined, 'reason: Invalid input: expected string, received undefined'],
  ['a reason of spaces', 'reason', ' \n', 'reason: needs a letter or a digit'],
  ['a reason of signs', 'reason', '…?!', 'reason: needs a letter or a digit'],
  ['a reason that nobody can see', 'reason', '\u3164', 'reason: needs a letter or a digit'],
  ['nobody who accepted it', 'acceptedBy', '', 'acceptedBy: needs a letter or a digit'],
  ['no end', 'expiresAt', undefined, 'expiresAt: Invalid input: expected string, received undefined'],
  ['an end on a day', 'expiresAt', '2026-12-31', `expiresAt: ${noMoment}`],
  ['an end on a day that does not exist', 'expiresAt', '2026-02-30T00:00:00.000Z', `expiresAt: ${noMoment}`],
  ['a follow-up without address', 'followUp', 'issue 1', 'followUp: is no http or https address'],
  ['a follow-up that is a script', 'followUp', 'javascript:alert(1)', 'followUp: is no http or https address'],
])('of an accepted risk, %s is told with its path', (_, name, member, fault) => {
  expect(faultsWith(risk(name), member)).toEqual([`items.test-restore.state.value.${fault}`])
})

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
