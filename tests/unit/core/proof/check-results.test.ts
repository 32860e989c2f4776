import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckResults, parseCheckResults } from '../../../../src/core/proof/index.ts'
import { anyUtf16 } from '../../../fixtures/arbitraries.ts'

const lines = [
  'golive-check-results 1',
  'rollout payments-2.4.0',
  'platform demo',
  `checklist sha256:${'c'.repeat(64)}`,
  'started 2026-11-21T18:00:00Z',
  '',
  'check a-must',
  `item ${'0'.repeat(16)}`,
  'state ran',
  'value GOLIVE_NAME my name',
  'began 2026-11-21T18:00:01Z',
  'ended 2026-11-21T18:00:02Z',
  'exit 0',
  'bytes 6',
  'lines 2',
  '| one',
  '| two',
  'end a-must',
  '',
  'check a-should',
  `item ${'1'.repeat(16)}`,
  'state skipped',
  'reason there is no demo here',
  'end a-should',
  '',
  'finished 2026-11-21T18:00:03Z',
  '',
]

const parse = (text: string) => parseCheckResults(new TextEncoder().encode(text))
const faultsOf = (text: string) => {
  const parsed = parse(text)
  return parsed.kind === 'refused' ? parsed.faults.map(({ line, message }) => `${line}: ${message}`) : []
}

const expected: CheckResults = {
  rolloutId: 'payments-2.4.0',
  platform: 'demo',
  checklistSha256: 'c'.repeat(64),
  startedAt: '2026-11-21T18:00:00Z',
  isInterrupted: false,
  checks: [
    {
      itemId: 'a-must',
      itemDigest: '0'.repeat(16),
      values: [['GOLIVE_NAME', 'my name']],
      outcome: {
        kind: 'ran',
        began: '2026-11-21T18:00:01Z',
        ended: '2026-11-21T18:00:02Z',
        exitCode: 0,
        output: 'one\ntwo',
        isCut: false,
      },
    },
    {
      itemId: 'a-should',
      itemDigest: '1'.repeat(16),
      values: [],
      outcome: { kind: 'skipped', reason: 'there is no demo here' },
    },
  ],
}

test('parseCheckResults() reads what a script wrote', () => {
  expect(parse(lines.join('\n'))).toEqual({ kind: 'results', results: expected })
})

test('parseCheckResults() reads it with the line ends of Windows too', () => {
  expect(parse(lines.join('\r\n'))).toEqual({ kind: 'results', results: expected })
})

test('parseCheckResults() reads what was interrupted, and says so', () => {
  const text = [...lines.slice(0, 18), '', 'interrupted 2026-11-21T18:00:03Z'].join('\n')
  expect(parse(text)).toMatchObject({ results: { isInterrupted: true, checks: [{ itemId: 'a-must' }] } })
})

const change = (at: number, ...others: string[]) =>
  [...lines.slice(0, at), ...others, ...lines.slice(at + 1)].join('\n')

test.each([
  ['nothing', '', '1: is empty'],
  ['another file', 'Dear all', '1: holds no results of a Golive script'],
  ['results of a newer script', change(0, 'golive-check-results 2'), '1: was written by a newer script'],
  ['an id that is none', change(1, 'rollout ../x'), '2: has no valid "rollout"'],
  ['a digest that is none', change(3, 'checklist sha256:abc'), '4: has no valid "checklist"'],
  ['a time that is none', change(4, 'started 2026-13-41T18:00:00Z'), '5: has a "started" that is no time'],
  ['an unknown state', change(8, 'state passed'), '9: has no valid "state"'],
  ['a member that is missing', change(12), '13: has no valid "exit"'],
  ['a member that nobody knows', change(12, 'exit 0', 'verdict pass'), '14: has no valid "bytes"'],
  ['output that is missing', change(15), '17: comes after 1 lines of output, and there should be 2'],
  ['output that was added', change(15, '| one', '| more'), '19: comes after 3 lines of output'],
  ['an end of something else', change(17, 'end a-should'), '18: does not end "a-must", which began above'],
  [
    'two results of one check',
    change(19, 'check a-must').replace('end a-should', 'end a-must'),
    '20: is the second result of a-must',
  ],
  ['what stands between results', change(18, 'Dear all', ''), '19: is no line of a result'],
  ['what stands behind the end', `${lines.join('\n')}check x\n`, '27: stands behind the end'],
  [
    'a file that was cut off in a result',
    lines.slice(0, 14).join('\n'),
    '14: ends in the middle: it may have been cut off',
  ],
  [
    'a file that was cut off between results',
    lines.slice(0, 19).join('\n'),
    '19: ends in the middle: it may have been cut off',
  ],
])('parseCheckResults() refuses %s', (_, text, fault) => {
  expect(faultsOf(text)).toEqual([expect.stringContaining(fault)])
})

test('parseCheckResults() names the first fault of every result, and those of the head', () => {
  const text = change(12, 'exit 300000').replace('reason there', 'reasons there').replace('platform demo', 'platform')
  expect(faultsOf(text)).toEqual(['3: has no valid "platform"', '13: has no valid "exit"', '23: has no valid "reason"'])
})

test('parseCheckResults() refuses more than it can hold', () => {
  expect(parseCheckResults(new Uint8Array(32 * 1024 * 1024 + 1))).toMatchObject({ kind: 'refused' })
  const many = Array.from({ length: 1_001 }, (_, at) =>
    lines.slice(19, 25).join('\n').replaceAll('a-should', `a-${at}`),
  )
  expect(faultsOf([...lines.slice(0, 6), ...many, lines.at(-2)].join('\n'))).toEqual([
    expect.stringContaining('comes after 1000 results, and no more are read'),
  ])
})

describe('parseCheckResults() on anything at all', () => {
  test('reads it or names a line', () => {
    fc.assert(
      fc.property(anyUtf16, fc.nat(lines.length), fc.boolean(), (text, at, isWithin) => {
        const parsed = parse(isWithin ? [...lines.slice(0, at), text, ...lines.slice(at)].join('\n') : text)
        if (parsed.kind === 'refused') {
          expect(parsed.faults.length).toBeGreaterThan(0)
          expect(parsed.faults.every(({ line, message }) => line > 0 && message !== '')).toBe(true)
        } else expect(parsed.results.checks.map(({ itemId }) => itemId)).toEqual(['a-must', 'a-should'])
      }),
    )
  })

  test('gives back every line that was printed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ''))), (printed) => {
        const own = [...lines.slice(0, 14), `lines ${printed.length}`, ...printed.map((line) => `| ${line}`)]
        const parsed = parse([...own, ...lines.slice(17)].join('\n'))
        expect(parsed).toMatchObject({
          results: { checks: [{ outcome: { output: printed.join('\n').toWellFormed() } }, expect.anything()] },
        })
      }),
    )
  })
})
