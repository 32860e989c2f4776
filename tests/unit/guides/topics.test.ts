import { expect, test } from 'vitest'
import { checkContent } from '../../../src/guides/index.ts'
import { type Content, edit, lineOf, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { faultsOf } from '../../fixtures/faults.ts'

const file = 'topics.yaml'
const copied = Object.entries(validContent).map(([path, text]) => [path.replace(/^demo/, 'other'), text])

/** Two platforms that ask the same, and what is the same. */
const twoPlatforms: Content = {
  ...validContent,
  ...Object.fromEntries(copied),
  [file]: `- id: node-count
  title: Count the nodes
  area: capacity
  items:
    demo: [count-nodes]
    other: [count-nodes, spread-nodes]
- id: backups
  title: Try a backup
  area: recovery
  items:
    demo: [test-restore]
    other: [test-restore]
`,
}

test('checkContent() gives the topics of sound content, and none where there is no list', () => {
  const { topics, faults } = checkContent(writeFolder(twoPlatforms))
  expect(faults).toEqual([])
  expect(topics.map(({ id, items }) => [id, Object.keys(items)])).toEqual([
    ['node-count', ['demo', 'other']],
    ['backups', ['demo', 'other']],
  ])
  expect(checkContent(writeFolder(validContent)).topics).toEqual([])
})

test.each<[string, string, string, { at: string; id: string; message: string }]>([
  [
    'a topic id that is used twice',
    '- id: backups',
    '- id: node-count',
    { at: '- id: node-count', id: 'node-count', message: 'is used again: topic ids are unique' },
  ],
  [
    'a topic of one platform',
    '    demo: [test-restore]\n',
    '',
    { at: 'other: [test-restore]', id: 'backups', message: 'names items of one platform' },
  ],
  [
    'an unknown item',
    'demo: [count-nodes]',
    'demo: [spread-hosts]',
    { at: 'demo: [spread', id: 'node-count', message: 'names demo/spread-hosts, which is no item' },
  ],
  [
    'an unknown platform',
    'demo: [count-nodes]',
    'ghost: [count-nodes]',
    { at: 'ghost', id: 'node-count', message: 'names ghost/count-nodes, which is no item' },
  ],
  [
    'an item that another topic has',
    'other: [test-restore]',
    'other: [spread-nodes]',
    {
      at: 'other: [spread',
      id: 'backups',
      message: 'names other/spread-nodes, which is in topic "node-count" already',
    },
  ],
  [
    'an item that the topic names twice',
    '[count-nodes, spread-nodes]',
    '[count-nodes, count-nodes]',
    { at: '[count-nodes, c', id: 'node-count', message: 'names other/count-nodes, which is in topic "node-count"' },
  ],
  [
    'an unknown area',
    'area: recovery',
    'area: rescue',
    { at: 'area: rescue', id: 'backups', message: '[1].area must be one of: capacity' },
  ],
])('checkContent() finds %s', (_, from, to, { at, id, message }) => {
  const content = edit(twoPlatforms, [file, from, to])
  const line = lineOf(content, file, at)
  expect(faultsOf(content)).toEqual([{ file, line, id, message: expect.stringContaining(message) }])
})
