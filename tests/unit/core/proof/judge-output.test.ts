import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { maxExcerptLength } from '../../../../src/core/proof/excerpt.ts'
import { judgeOutput } from '../../../../src/core/proof/judge-output.ts'
import { type Condition, judgingSchema } from '../../../../src/core/proof/rule-schema.ts'
import { anyUtf16 } from '../../../fixtures/arbitraries.ts'

// Shells and megabytes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const now = new Date('2026-11-21T18:00:00Z')
const escapeCode = String.fromCharCode(27)

const judge = (pass: Condition | Condition[], output: string) => judgeOutput({ pass: [pass].flat() }, output, { now })

const nodes = `NAME   STATUS     ROLES           AGE   ZONE
cp-0   Ready      control-plane   9d    zone-a
w-0    NotReady   <none>          9d
w-1    Ready      <none>          9d    zone-b
`
const boxed = `+----+-----------+-------+
| ID | Name      | Count |
+----+-----------+-------+
| 1  | internal  | 3     |
| 2  | external  | 4     |
+----+-----------+-------+
`

type Row = [name: string, condition: Condition, output: string, verdict: string, why: string]

const rows: Row[] = [
  [
    'a row in capitals, which is no heading',
    { column: 'STATUS', is: 'Ready' },
    'NAME   STATUS\na1     Ready\nDB1    FAILED\nb2     NotReady',
    'fail',
    '',
  ],
  ['has, where a line holds it', { has: 'is healthy' }, 'cluster is  healthy', 'pass', 'It says "is healthy"'],
  ['has, where none does', { has: 'is healthy' }, 'cluster is ill', 'fail', 'It nowhere says "is healthy"'],
  ['has, one of several', { has: ['http', 's3'] }, 'type: s3', 'pass', 'It says "http" or "s3"'],
  ['has, with any characters between', { has: 'a*c' }, 'x a b c y', 'pass', 'It says "a*c"'],
  ['lacks, where no line holds it', { lacks: 'FAIL' }, 'PASS', 'pass', 'It nowhere says "FAIL"'],
  ['lacks, where one does', { lacks: ['WARN', 'FAIL'] }, 'PASS\nFAIL', 'fail', 'It says "FAIL"'],
  ['every, where all are', { every: ['a*', 'b'] }, 'a1\n\nb', 'pass', '2 lines are "a*" or "b"'],
  ['every, where one is not', { every: 'a*' }, 'a1\nba', 'fail', 'A line is not "a*"'],
  ['every of some lines', { every: '0 *', of: '* FAIL' }, '9 PASS\n0 FAIL', 'pass', 'A line is "0 *"'],
  ['every of lines that are not there', { every: '0 *', of: '* FAIL' }, '9 PASS', 'pass', 'No line is like "* FAIL"'],
  ['count, in a list', { count: '*x*', is: [3, 5] }, 'x\nx\nx', 'pass', '3 lines like "*x*"'],
  ['count, in none', { count: '*x*', is: [3, 5] }, 'x\nx', 'fail', '2 lines like "*x*", not 3 or 5'],
  ['count, too few', { count: 'x', min: 2 }, 'x\ny', 'fail', '1 line like "x", not at least 2'],
  ['count, too many', { count: 'x', max: 1 }, 'x\nx', 'fail', '2 lines like "x", not at most 1'],
  ['text, as it is', { text: 'true' }, '\n true \n', 'pass', 'It is "true"'],
  ['text, with something else', { text: 'true' }, 'true\nfalse', 'fail', 'It is not "true"'],
  ['text, where a star is a star', { text: 'a*c' }, 'abc', 'fail', 'It is not "a*c"'],
  ['empty, where nothing is printed', { empty: true }, ' \n', 'pass', 'It printed nothing'],
  [
    'empty, where kubectl says so',
    { empty: true },
    'No resources found in shop namespace.',
    'pass',
    'It printed nothing',
  ],
  ['empty, where something is', { empty: true }, 'shop/cart\nshop/db', 'fail', 'It printed 2 lines'],
  ['same', { same: 2 }, '10.0.0.1\n10.0.0.1', 'pass', '2 of 2 lines that are alike'],
  ['same, where they differ', { same: 2 }, '10.0.0.1\n10.0.0.2', 'fail', 'Its 2 lines differ'],
  ['same, too few', { same: 2 }, '10.0.0.1', 'fail', '1 of 2 lines that are alike'],
  ['rows of a table', { rows: 'STATUS', min: 3 }, nodes, 'pass', '3 rows under "STATUS"'],
  ['rows between bars', { rows: 'ID', is: [2] }, boxed, 'pass', '2 rows under "ID"'],
  ['rows of no table', { rows: 'OWNER', min: 1 }, nodes, 'unclear', 'It has no column "OWNER"'],
  ['column, where a cell is wrong', { column: 'STATUS', is: 'Ready' }, nodes, 'fail', '"STATUS" is NotReady'],
  ['column, where a cell is empty', { column: 'ZONE', filled: true }, nodes, 'fail', '"ZONE" is empty'],
  ['column, where all are good', { column: 'AGE', is: '*d' }, nodes, 'pass', '"AGE" is good in all 3 rows'],
  ['column, of numbers', { column: 'Count', min: 4 }, boxed, 'fail', '"Count" is 3'],
  ['column, of different values', { column: 'Name', distinct: 2 }, boxed, 'pass', '"Name" has 2 different values'],
  ['column, of too few', { column: 'AGE', distinct: 2 }, nodes, 'fail', '"AGE" has 1 different value'],
  ['column, as another', { column: 'Count', as: 'ID' }, boxed, 'fail', '"Count" is 3, 4'],
  [
    'column, of a table without rows',
    { column: 'A', filled: true },
    'A  B\n',
    'unclear',
    'There are no rows under "A"',
  ],
  [
    'dates far enough',
    { validDays: 30 },
    'notAfter=Dec 31 00:00:00 2026 GMT',
    'pass',
    'The certificate ends in 39 days',
  ],
  ['dates too near', { validDays: 30 }, 'notAfter=Dec  1 00:00:00 2026 GMT', 'fail', 'The certificate ends in 9 days'],
  ['dates gone by', { validDays: 30 }, 'notAfter=Nov  1 00:00:00 2026 GMT', 'fail', 'The certificate has ended'],
  ['dates that are none', { validDays: 30 }, 'notAfter=soon', 'unclear', 'It has no end date'],
]

test.each(rows)('judgeOutput() judges %s', (_, condition, output, verdict, why) => {
  expect(judge(condition, output)).toMatchObject({ verdict, why: expect.stringContaining(why) })
})

test('judgeOutput() wants all conditions to hold, and names each that does not', () => {
  const judged = judge([{ has: 'a' }, { has: 'x' }, { lacks: 'b' }], 'a\nb')
  expect(judged).toEqual({ verdict: 'fail', why: 'It nowhere says "x"; It says "b"', excerpt: '[…]\nb' })
})

test('judgeOutput() fails by what makes a bad result, and leaves the rest to a person', () => {
  const rule = { pass: [{ has: 'OK' }], fail: [{ has: 'WARN' }], leaves: 'The rest' }
  const verdicts = ['all OK', 'WARN', 'OK, but WARN', 'hm'].map((text) => judgeOutput(rule, text, { now }).verdict)
  expect(verdicts).toEqual(['pass', 'fail', 'fail', 'unclear'])
  expect(judgeOutput({ ...rule, else: 'fail' }, 'hm', { now })).toMatchObject({ verdict: 'fail', leaves: 'The rest' })
  expect(judgeOutput({ pass: [{ has: 'OK' }], else: 'unclear' }, 'hm', { now }).verdict).toBe('unclear')
})

test('judgeOutput() without a rule shortens and does not judge', () => {
  const why = 'This item has no rule: a person has to look'
  expect(judgeOutput(undefined, 'anything', { now })).toEqual({ verdict: 'unclear', why, excerpt: 'anything' })
})

describe('judgeOutput() leaves to a person', () => {
  test.each([
    ['nothing where something is expected', { has: 'a' }, '', 'It printed nothing'],
    ['an error among good lines', { has: 'a' }, 'a\nerror: no', 'A command could not answer'],
    ['an empty list with an error', { empty: true }, 'bash: jq: command not found', 'A command could not answer'],
    ['a table that the terminal wrapped', { column: 'AGE', is: '9d' }, 'N    AGE\na    9d\nxxxxxxx', 'is no row of it'],
    ['bars that do not fit', { rows: 'A', min: 1 }, '| A | B |\n| 1 | 2 |\n| 3 |', 'is no row of it'],
    ['more than a megabyte', { has: 'a' }, 'a\n'.repeat(600_000), 'It is longer than 1 MB'],
  ] as [string, Condition, string, string][])('%s', (_, condition, output, why) => {
    expect(judge(condition, output)).toMatchObject({ verdict: 'unclear', why: expect.stringContaining(why) })
  })
})

test('judgeOutput() reads past colours, titles and line ends of terminals', () => {
  const output = `${escapeCode}]0;title${String.fromCharCode(7)}${escapeCode}[1;32mtrue${escapeCode}[0m\r\n`
  expect(judge({ text: 'true' }, output)).toEqual({ verdict: 'pass', why: 'It is "true"', excerpt: 'true' })
})

test('judgeOutput() leaves out prompts and commands that were copied along', () => {
  const command = { run: 'demo get <name>\ndemo all', now }
  const output = 'ada@host:~/site (main)$ demo get mine\n# demo all\nnothing\n'
  expect(judgeOutput({ pass: [{ text: 'nothing' }] }, output, command).verdict).toBe('pass')
  expect(judgeOutput({ pass: [{ text: 'nothing' }] }, output, { now }).verdict).toBe('fail')
})

test('judgeOutput() keeps the lines that decide, with their headings, and marks the gaps', () => {
  expect(judge({ column: 'STATUS', is: 'Ready' }, nodes).excerpt).toBe(
    'NAME   STATUS     ROLES           AGE   ZONE\n[…]\nw-0    NotReady   <none>          9d\n[…]',
  )
  const long = Array.from({ length: 500 }, (_, at) => `line ${at} ${'x'.repeat(300)}`).join('\n')
  const { excerpt } = judge({ every: 'line *' }, long)
  expect([excerpt.length <= maxExcerptLength, excerpt.endsWith('…\n[…]')]).toEqual([true, true])
})

const anyPattern = fc.stringMatching(/^[a-cA-C*]{1,6}$/).filter((text) => !text.includes('**'))
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ has: anyPattern }),
  fc.record({ lacks: fc.array(anyPattern, { minLength: 1, maxLength: 3 }) }),
  fc.record({ every: anyPattern, of: anyPattern }),
  fc.record({ count: anyPattern, min: fc.nat(3) }),
  fc.record({ rows: fc.constantFrom('A', 'B'), min: fc.nat(3) }),
  fc.record({ column: fc.constantFrom('A', 'B'), is: anyPattern }),
  fc.constant({ empty: true as const }),
  fc.record({ same: fc.integer({ min: 2, max: 4 }) }),
)
const anyOutput = fc.oneof(
  anyUtf16,
  fc.string({ unit: fc.constantFrom('A', 'B', 'a', ' ', '  ', '\n', '\t', '|', '+', '-', escapeCode, '[', '\r') }),
)

test('judgeOutput() takes any output, says why, and keeps the excerpt short and plain', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), anyOutput, (pass, output) => {
      const { verdict, why, excerpt } = judgeOutput({ pass }, output, { now, run: 'demo get' })
      expect(['pass', 'fail', 'unclear']).toContain(verdict)
      expect([why.length > 0, excerpt.length <= maxExcerptLength]).toEqual([true, true])
      expect([excerpt.isWellFormed(), excerpt.includes(escapeCode)]).toEqual([true, false])
    }),
  )
})

test('judgeOutput() gives the same for the same text with other line ends and colours', () => {
  fc.assert(
    fc.property(
      anyCondition,
      fc.array(fc.stringMatching(/^[a-cA-C |]{0,12}$/), { maxLength: 8 }),
      (condition, lines) => {
        const coloured = lines.map((line) => `${escapeCode}[31m${line}${escapeCode}[0m`).join('\r\n')
        expect(judge(condition, coloured)).toEqual(judge(condition, lines.join('\n')))
      },
    ),
  )
})

test.each([
  ['stars in a hostile line', { has: 'a*b*a*b*a*b*c' }, 'ab'.repeat(400_000)],
  ['a line of spaces', { column: 'A', is: 'x' }, `A  B\n${' '.repeat(900_000)}x`],
  ['headings in every line', { column: 'Aa', is: 'Aa' }, 'Aa  Bb\n'.repeat(120_000)],
  ['escapes that never end', { has: 'a' }, `${escapeCode}[0`.repeat(300_000)],
] as [string, Condition, string][])('judgeOutput() takes its time in proportion to %s', (_, condition, output) => {
  const began = performance.now()
  judge(condition, output)
  expect(performance.now() - began).toBeLessThan(20_000)
})

describe('judgingSchema', () => {
  const issue = (rule: object) => judgingSchema.safeParse(rule).error?.issues.map(({ message }) => message)

  test.each([
    ['no condition', { pass: [] }],
    ['a condition of two kinds', { pass: [{ has: 'a', lacks: 'b' }] }],
    ['an unknown condition', { pass: [{ matches: 'a+' }] }],
    ['a count without limits', { pass: [{ count: 'a' }] }],
    ['a column without a claim', { pass: [{ column: 'A' }] }],
    ['two stars in a row', { pass: [{ has: 'a**b' }] }],
    ['a pattern of two lines', { pass: [{ has: 'a\nb' }] }],
    ['a pattern of 121 letters', { pass: [{ has: 'a'.repeat(121) }] }],
    ['an empty pattern', { pass: [{ has: ' ' }] }],
    ['what it leaves with a full stop', { pass: [{ has: 'a' }], leaves: 'All.' }],
    ['an unknown member', { pass: [{ has: 'a' }], regex: 'a' }],
  ])('refuses %s', (_, rule) => {
    expect(issue(rule)).toHaveLength(1)
  })

  test.each([
    ['lacks alone', { pass: [{ lacks: 'a' }] }],
    ['every of some lines alone', { pass: [{ every: 'a', of: 'b' }] }],
    ['a count that may be 0', { pass: [{ count: 'a', max: 3 }] }],
  ])('refuses a rule that lets an empty output pass: %s', (_, rule) => {
    expect(issue(rule)).toEqual([expect.stringContaining('lets an empty output pass')])
  })

  test('says which conditions there are', () => {
    expect(issue({ pass: [{}] })).toEqual([expect.stringContaining('must be one of: has, lacks, every, count')])
  })
})
