import { expect, test } from 'vitest'
import { edit, validContent } from '../../fixtures/content.ts'
import { expectOnlyFault, type FaultRow, faultsOf } from '../../fixtures/faults.ts'

const nodes = '01-nodes.mdx'
const file = `demo/${nodes}`
const expectation = '      expect: Three lines.\n'
const place = { file, id: 'count-nodes' }

const rows: FaultRow[] = [
  {
    name: 'a rule for a check without a command',
    edits: [[file, '      run: demo nodes\n', '      judge: { pass: [{ has: three }] }\n']],
    fault: { ...place, at: 'judge:', message: 'says "judge" of a check without a command: add "run" or take it out' },
  },
  {
    name: 'a reason why nobody can run what is not there',
    edits: [[file, '      run: demo nodes\n', '      byHand: In a session\n']],
    fault: { ...place, at: 'byHand:', message: 'says "byHand" of a check without a command' },
  },
  {
    name: 'a word to fill in that the command has not',
    edits: [[file, expectation, `${expectation}      fill: { NODE: name of a node }\n`]],
    fault: { ...place, at: 'NODE:', message: 'fills in "NODE", which is no word of its command' },
  },
  {
    name: 'a word to fill in that no script can',
    edits: [[file, 'run: demo nodes', `run: echo "$(demo <node>)"`]],
    fault: { ...place, at: 'run:', message: 'has a word to fill in inside of a command in quotes' },
  },
  {
    name: 'a rule that an empty output passes',
    edits: [[file, expectation, `${expectation}      judge: { pass: [{ lacks: error }] }\n`]],
    fault: { ...place, at: 'judge:', message: 'lets an empty output pass: say what a good result shows too' },
  },
]

test.each(rows)('checkContent() finds $name', expectOnlyFault)

test.each(['fill: null', 'fill: 5', 'judge: 5', 'byHand: {}', 'expect: 5'])(
  'checkContent() tells of "%s" and goes on',
  (member) => {
    const broken = `      ${member}\n${member.startsWith('expect') ? '' : expectation}`
    const faults = faultsOf(edit(validContent, [file, expectation, broken]))
    expect(faults.map(({ id, message }) => [id, message.split(' ')[0]])).toEqual([
      ['count-nodes', expect.stringContaining(`.verify.${member.split(':')[0]}`)],
    ])
  },
)

test('checkContent() takes a rule, words to fill in and a reason to run it by hand', () => {
  const verify = [
    'run: demo nodes <cluster> NODE\n',
    '      fill: { NODE: name of a node }\n',
    '      judge: { pass: [{ count: "*", is: [3] }], fail: [{ has: down }], leaves: Where they stand }\n',
    '      byHand: In a session\n',
  ]
  expect(faultsOf(edit(validContent, [file, 'run: demo nodes\n', verify.join('')]))).toEqual([])
})
