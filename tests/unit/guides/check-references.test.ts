import { expect, test } from 'vitest'
import { edit, validContent } from '../../fixtures/content.ts'
import { expectOnlyFault, type FaultRow, faultsOf } from '../../fixtures/faults.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const backups = 'demo/02-backups.mdx'
const claims = 'demo/claims.yaml'
const retired = 'demo/retired.yaml'
const diagrams = 'demo/diagrams.yaml'
const products = 'demo/products.yaml'

const flow = '- { name: parts, title: A, alt: B, kind: flow, steps: [{ label: A }, { label: B }] }\n'

const rows: FaultRow[] = [
  {
    name: 'an unknown item that comes first',
    edits: [[backups, 'after: [spread-nodes]', 'after: [spread-hosts]']],
    fault: {
      file: backups,
      at: 'after:',
      id: 'test-restore',
      message: 'comes after "spread-hosts", which is no item of this platform',
    },
  },
  {
    name: 'an item that comes after itself',
    edits: [[backups, 'after: [spread-nodes]', 'after: [test-restore]']],
    fault: { file: backups, at: 'after:', id: 'test-restore', message: 'comes after "test-restore", which is itself' },
  },
  {
    name: 'an unknown trait',
    edits: [[nodes, 'when: [gpu]', 'when: [gpus]']],
    fault: {
      file: nodes,
      at: 'when:',
      id: 'spread-nodes',
      message: 'applies when "gpus", which is no trait of this platform',
    },
  },
  {
    name: 'an unknown successor',
    edits: [[retired, 'replacedBy: count-nodes', 'replacedBy: older-item']],
    fault: {
      file: retired,
      at: 'replacedBy',
      id: 'old-item',
      message: 'is replaced by "older-item", which is no item',
    },
  },
  {
    name: 'an unknown claim among the sources',
    edits: [[backups, 'sources: [Z4, Z2]', 'sources: [Z4, Z99]']],
    fault: {
      file: backups,
      at: 'sources:',
      id: 'test-restore',
      message: 'names claim Z99, which is not in demo/claims.yaml',
    },
  },
  {
    name: 'an unknown claim in the text',
    edits: [[nodes, 'ids="Z3 Z2"', 'ids="Z3 Z99"']],
    fault: { file: nodes, at: '<Claims', id: 'nodes', message: 'names claim Z99, which is not in demo/claims.yaml' },
  },
  {
    name: 'an unknown claim in the overview',
    edits: [[index, 'ids="Z1"', 'ids="Z1 Z99"']],
    fault: { file: index, at: '<Claims', id: 'demo', message: 'names claim Z99' },
  },
  {
    name: 'a mark that names no claim',
    edits: [[nodes, 'Racks matter.', 'Racks matter. <Claims />\n\nThey do.']],
    fault: { file: nodes, at: '<Claims />', id: 'nodes', message: 'has <Claims> that name nothing' },
  },
  {
    name: 'a claim that nothing covers',
    edits: [[claims, '- id: Z4', '- id: Z5\n  text: Sleep well.\n- id: Z4']],
    fault: { file: claims, at: 'id: Z5', id: 'Z5', message: 'is covered by nothing' },
  },
  {
    name: 'a claim that is listed twice',
    edits: [[claims, '- id: Z4', '- id: Z3\n  text: Again.\n- id: Z4']],
    fault: { file: claims, at: 'id: Z3', id: 'Z3', message: 'is listed twice' },
  },
  {
    name: 'an unknown diagram',
    edits: [[backups, '<Products', '<Diagram name="ghost" />\n\n<Products']],
    fault: { file: backups, at: 'ghost', id: 'ghost', message: 'is not in demo/diagrams.yaml' },
  },
  {
    name: 'a diagram on no page',
    edits: [[index, '<Diagram name="parts" />', '']],
    fault: { file: diagrams, at: 'name: parts', id: 'parts', message: 'is on no page' },
  },
  {
    name: 'a diagram whose name another has',
    edits: [[diagrams, '- name: parts', `${flow}- name: parts`]],
    fault: { file: diagrams, at: 'name: parts', id: 'parts', message: 'is the name of two: rename one' },
  },
  {
    name: 'an unknown table of products',
    edits: [[backups, '<Products', '<Products name="ghost" />\n\n<Products']],
    fault: { file: backups, at: 'ghost', id: 'ghost', message: 'is not in demo/products.yaml' },
  },
  {
    name: 'a table of products on no page',
    edits: [[backups, '<Products name="tools" />', '']],
    fault: { file: products, at: 'name: tools', id: 'tools', message: 'is on no page' },
  },
]

test.each(rows)('checkContent() finds $name', expectOnlyFault)

test('checkContent() finds each item of a loop in the order', () => {
  const content = edit(validContent, [nodes, '    sources: [Z2]', '    after: [test-restore]\n    sources: [Z2]'])
  const faults = faultsOf(content)
  expect(faults.map(({ id }) => id)).toEqual(['count-nodes', 'spread-nodes', 'test-restore'])
  expect(new Set(faults.map(({ message }) => message))).toEqual(
    new Set(['comes after itself by way of others: break the loop']),
  )
})
