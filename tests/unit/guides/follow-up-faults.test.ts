import { describe, expect, test } from 'vitest'
import { edit, validContent } from '../../fixtures/content.ts'
import { expectOnlyFault, type FaultRow, faultsOf } from '../../fixtures/faults.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const backups = 'demo/02-backups.mdx'
const claims = 'demo/claims.yaml'

/** One mistake each, of which other files or checks must not make more. */
const rows: FaultRow[] = [
  {
    name: 'YAML that cannot be parsed in a guide',
    edits: [[nodes, 'title: Nodes', 'title: "Nodes" and more']],
    fault: { file: nodes, at: 'title: "Nodes"', id: 'nodes', message: 'is not valid YAML: Unexpected scalar' },
  },
  {
    name: 'YAML that cannot be parsed in the overview',
    edits: [[index, 'title: Demo', 'title: "Demo" and more']],
    fault: { file: index, at: 'title: "Demo"', id: 'demo', message: 'is not valid YAML: Unexpected scalar' },
  },
  {
    name: 'an alias without anchor in a guide',
    edits: [[nodes, 'order: 1\n', 'order: *ghost\n']],
    fault: { file: nodes, at: 'title: Nodes', id: 'nodes', message: 'is not valid YAML: Unresolved alias' },
  },
  {
    name: 'YAML that cannot be parsed in a list',
    edits: [[claims, 'text: Use three nodes.', 'text: "Use" three nodes.']],
    fault: { file: claims, at: 'text: "Use"', id: 'demo', message: 'is not valid YAML: Unexpected scalar' },
  },
  {
    name: 'a guide without frontmatter',
    edits: [[backups, '---\ntitle: Backups', 'title: Backups']],
    fault: { file: backups, at: 'title: Backups', id: 'backups', message: 'has no frontmatter' },
  },
  {
    name: 'text that is not MDX',
    edits: [[nodes, 'Racks matter.', 'Racks matter </Aside>.']],
    fault: { file: nodes, at: 'Racks', id: 'nodes', message: 'is not valid MDX: Unexpected closing slash' },
  },
  {
    name: 'an element that is not closed',
    edits: [[nodes, 'Racks matter.', '<Aside>\n\nRacks matter.']],
    fault: { file: nodes, at: '<Aside>', id: 'nodes', message: 'is not valid MDX: Expected a closing tag' },
  },
  {
    name: 'an overview that is not MDX',
    edits: [[index, 'Read this first.', 'Read this </Aside>.']],
    fault: { file: index, at: 'Read this', id: 'demo', message: 'is not valid MDX' },
  },
  {
    name: 'one bad entry of a list',
    edits: [[claims, 'text: Spread them.', 'text: ""']],
    fault: { file: claims, at: 'text: ""', id: 'Z3', message: '[2].text must not be empty' },
  },
  {
    name: 'an overview that breaks its schema',
    edits: [[index, 'vendor: Example\n', '']],
    fault: { file: index, at: 'title: Demo', id: 'demo', message: 'vendor is missing' },
  },
  {
    name: 'a trait without label',
    edits: [[index, '    label: With GPUs\n', '']],
    fault: { file: index, at: 'id: gpu', id: 'gpu', message: 'traits[0].label is missing' },
  },
  {
    name: 'a place that is no number',
    edits: [[nodes, 'order: 1\n', 'order: one\n']],
    fault: { file: nodes, at: 'order: one', id: 'nodes', message: 'order expected number, received string' },
  },
  {
    name: 'a claim in small letters',
    edits: [[backups, 'sources: [Z4, Z2]', 'sources: [Z4, z2]']],
    fault: {
      file: backups,
      at: 'sources:',
      id: 'test-restore',
      message: 'items[0].sources[1] must be a claim id like "Z12" or a full URL',
    },
  },
]

describe('checkContent() finds nothing else where it finds', () => {
  test.each(rows)('$name', expectOnlyFault)
})

test('checkContent() tells what stands in a file of its own beside a guide that cannot be parsed', () => {
  const content = edit(
    validContent,
    [nodes, 'title: Nodes', 'title: "Nodes" and more'],
    [backups, '<Item id="test-restore" />', ''],
  )
  expect(faultsOf(content).map(({ file, id }) => `${file} ${id}`)).toEqual([
    'demo/01-nodes.mdx nodes',
    'demo/02-backups.mdx test-restore',
  ])
})
