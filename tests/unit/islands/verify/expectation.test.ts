import { expect, test } from 'vitest'
import { inspectAttestation, parseMoment } from '../../../../src/core/signoff/index.ts'
import {
  addSubject,
  buildOptions,
  changeExpectation,
  emptyExpectation,
  listTaken,
} from '../../../../src/islands/verify/expectation.ts'
import { needsConfirming } from '../../../../src/islands/verify/problems.ts'
import { suggestValues, takeSuggestion } from '../../../../src/islands/verify/suggestions.ts'
import { goodEnvelope } from '../../core/signoff/vectors.ts'

const suggestions = suggestValues(await inspectAttestation(goodEnvelope))
const now = new Date('2026-11-21T12:00:00Z')
const build = (part: Partial<typeof emptyExpectation>, checklist?: Uint8Array) =>
  buildOptions({ ...emptyExpectation, ...part }, checklist, parseMoment, now)

test('suggestValues() tells what the report says, and of no report nothing', () => {
  expect(suggestions).toMatchObject({ rollout: 'payments-2.4.0', environment: 'production' })
  expect(suggestions.subjects).toHaveLength(3)
  expect(suggestValues({})).toEqual({ rollout: '', environment: '', checklist: '', subjects: [] })
})

test('what is taken from the report has to be confirmed until the person writes over it', () => {
  const taken = takeSuggestion(emptyExpectation, 'rollout', suggestions)
  expect(taken).toMatchObject({ rollout: 'payments-2.4.0', taken: ['rollout'] })
  expect(needsConfirming(taken)).toBe(true)
  expect(needsConfirming({ ...taken, isConfirmed: true })).toBe(false)
  expect(needsConfirming(changeExpectation(taken, { environment: 'test' }))).toBe(true)
  expect(needsConfirming(changeExpectation(taken, { rollout: 'payments-2.4.0' }))).toBe(false)
})

test('a confirmation does not hold for what is taken after it', () => {
  const confirmed = { ...takeSuggestion(emptyExpectation, 'rollout', suggestions), isConfirmed: true }
  expect(needsConfirming(takeSuggestion(confirmed, 'environment', suggestions))).toBe(true)
  expect(needsConfirming(takeSuggestion(confirmed, 'subjects', suggestions, 1))).toBe(true)
})

test('a subject that was taken stays so when another row is added', () => {
  const taken = takeSuggestion(emptyExpectation, 'subjects', suggestions)
  const added = changeExpectation(taken, { subjects: [...taken.subjects, { digest: '' }] })
  expect(listTaken(added)).toEqual(['subjects'])
})

test('a digest that was written is not taken over the report, and writing one over clears it', () => {
  const taken = takeSuggestion(emptyExpectation, 'checklist', suggestions)
  expect(taken.checklist).toBe('digest')
  expect(listTaken(changeExpectation(taken, { checklistDigest: 'sha256:1' }))).toEqual([])
})

test('addSubject() fills an empty row first, and takes no digest twice', () => {
  expect(addSubject([{ digest: '' }], { digest: 'a' })).toEqual([{ digest: 'a' }])
  expect(addSubject([{ digest: 'a' }], { digest: 'b' })).toEqual([{ digest: 'a' }, { digest: 'b' }])
  expect(addSubject([{ digest: 'a' }], { digest: 'a' })).toEqual([{ digest: 'a' }])
})

test('buildOptions() gives the procedure what is in the fields, and adds nothing', () => {
  const commit = 'a'.repeat(40)
  expect(build({ subjects: [{ digest: ` ${commit} ` }, { digest: '' }], rollout: ' r ', environment: 'e' })).toEqual({
    subjects: [`gitCommit:${commit}`],
    rollout: 'r',
    environment: 'e',
    checklist: undefined,
    now,
    noExceptions: false,
  })
})

test.each<[string, Partial<typeof emptyExpectation>, object]>([
  ['a day', { at: '2026-11-20' }, { now: new Date('2026-11-20T00:00:00Z') }],
  ['no moment', { at: 'yesterday' }, { now: new Date(Number.NaN) }],
  ['days', { maxAgeDays: '3' }, { maxAgeDays: 3 }],
  ['no days', { maxAgeDays: 'x' }, { maxAgeDays: Number.NaN }],
  ['a digest of the trust file', { trustSha256: `SHA256:${'A'.repeat(64)}` }, { trustSha256: 'a'.repeat(64) }],
  [
    'a checklist by digest',
    { checklist: 'digest', checklistDigest: 'b'.repeat(64) },
    { checklist: `sha256:${'b'.repeat(64)}` },
  ],
  ['no digest of a checklist', { checklist: 'digest' }, { checklist: undefined }],
  ['another type', { predicateType: ' https://example.com/t ' }, { predicateType: 'https://example.com/t' }],
])('buildOptions() takes %s', (_, part, options) => {
  expect(build(part)).toMatchObject(options)
})
