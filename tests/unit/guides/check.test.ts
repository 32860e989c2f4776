import { expect, test } from 'vitest'
import { checkContent } from '../../../src/guides/index.ts'
import { type Edit, edit, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { expectOnlyFault, type FaultRow, faultsOf } from '../../fixtures/faults.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const backups = 'demo/02-backups.mdx'
const retired = 'demo/retired.yaml'
const published = 'demo/published.json'

test('checkContent() finds nothing wrong with sound content', () => {
  const { platforms, faults } = checkContent(writeFolder(validContent))
  expect(faults).toEqual([])
  expect(platforms.map(({ id }) => id)).toEqual(['demo'])
})

const secondCount = '<Item id="count-nodes" />\n\nAgain <Item id="count-nodes" />'
const rows: FaultRow[] = [
  {
    name: 'an id that two items have',
    edits: [
      [backups, '- id: test-restore', '- id: count-nodes'],
      [backups, '    after: [spread-nodes]\n', ''],
      [backups, '<Item id="test-restore" />', '<Item id="count-nodes" />'],
    ],
    fault: {
      file: backups,
      at: '- id: count',
      id: 'count-nodes',
      message: 'is used again (first at demo/01-nodes.mdx:7)',
    },
  },
  {
    name: 'an id that is retired',
    edits: [
      [backups, '- id: test-restore', '- id: older-item'],
      [backups, '<Item id="test-restore" />', '<Item id="older-item" />'],
    ],
    fault: { file: backups, at: '- id: older', id: 'older-item', message: '(first at demo/retired.yaml:4, retired)' },
  },
  {
    name: 'an id that another item had',
    edits: [
      [backups, '- id: test-restore', '- id: spread-hosts'],
      [backups, '<Item id="test-restore" />', '<Item id="spread-hosts" />'],
    ],
    fault: { file: backups, at: '- id: spread', id: 'spread-hosts', message: 'ids are never reused' },
  },
  {
    name: 'a former id that another item has',
    edits: [[nodes, 'formerly: [spread-hosts]', 'formerly: [spread-hosts, count-nodes]']],
    fault: { file: nodes, at: 'formerly', id: 'count-nodes', message: 'is used again (first at demo/01-nodes.mdx:7)' },
  },
  {
    name: 'an id that is retired twice',
    edits: [[retired, '- id: older-item', '- id: old-item']],
    fault: {
      file: retired,
      at: '- id: old-item',
      id: 'old-item',
      message: 'is listed twice (first at demo/retired.yaml:1',
    },
  },
  {
    name: 'a decision key that is used twice',
    edits: [[nodes, '    when: [gpu]', '    decision: { key: nodeCount, question: How?, type: text }']],
    fault: {
      file: nodes,
      at: 'key: nodeCount',
      id: 'spread-nodes',
      message: 'decision key "nodeCount" is used again (first by count-nodes)',
    },
  },
  {
    name: 'an item that is not placed',
    edits: [[nodes, '<Item id="spread-nodes" />', '']],
    fault: {
      file: nodes,
      at: 'id: spread-nodes',
      id: 'spread-nodes',
      message: 'is not in the text: place it with <Item id="spread-nodes" />',
    },
  },
  {
    name: 'an item that is placed twice',
    edits: [[nodes, '<Item id="count-nodes" />', secondCount]],
    fault: { file: nodes, at: 'Again', id: 'count-nodes', message: 'is placed again (first at line 36)' },
  },
  {
    name: 'a place for an unknown item',
    edits: [[nodes, 'Racks matter.', 'Racks matter. <Item id="feed-nodes" />']],
    fault: {
      file: nodes,
      at: 'feed-nodes',
      id: 'feed-nodes',
      message: '<Item id="feed-nodes" /> names no item of this file',
    },
  },
  {
    name: 'a place for an item of another file',
    edits: [[nodes, 'Racks matter.', 'Racks matter. <Item id="test-restore" />']],
    fault: { file: nodes, at: 'test-restore', id: 'test-restore', message: 'names no item of this file' },
  },
  {
    name: 'a place without id',
    edits: [[nodes, 'Racks matter.', 'Racks matter. <Item />']],
    fault: { file: nodes, at: '<Item />', id: 'nodes', message: '<Item id="" /> names no item' },
  },
  {
    name: 'an item in the overview',
    edits: [[index, 'Read this first.', 'Read this first. <Item id="count-nodes" />']],
    fault: { file: index, at: 'Read this', id: 'count-nodes', message: 'is placed in the overview' },
  },
  {
    name: 'a published id that is gone',
    edits: [[published, '"old-item"', '"gone-item"']],
    fault: { file: published, at: 'gone-item', id: 'gone-item', message: 'was published and is gone' },
  },
]

test.each(rows)('checkContent() finds $name', expectOnlyFault)

test.each<[string, Edit]>([
  ['renamed', [nodes, 'formerly: [spread-hosts]', 'formerly: [spread-hosts, wide-nodes]']],
  ['retired', [retired, '- id: older-item', '- id: wide-nodes']],
])('checkContent() lets a published id be %s', (_, change) => {
  const content = edit(validContent, [published, '"old-item"', '"wide-nodes"'], change)
  expect(faultsOf(content)).toEqual([])
})
