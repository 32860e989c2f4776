import { describe, expect, test } from 'vitest'
import { checkContent } from '../../../src/guides/index.ts'
import { type Edit, edit, lineOf, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { faultsOf } from '../../fixtures/faults.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const must = '      run: demo nodes\n      expect: Three lines.\n'

test.each<[string, Edit, { at: string; id: string; message: string }]>([
  [
    'a guide without frontmatter',
    [nodes, '---\ntitle: Nodes', 'title: Nodes'],
    { at: 'title: Nodes', id: 'nodes', message: 'has no frontmatter' },
  ],
  [
    'frontmatter that is not YAML',
    [nodes, 'title: Nodes', 'title: "Nodes" and more'],
    { at: 'title: "Nodes"', id: 'nodes', message: 'is not valid YAML: Unexpected scalar' },
  ],
  [
    'text that is not MDX',
    [nodes, 'Racks matter.', 'Racks matter </Aside>.'],
    { at: 'Racks', id: 'nodes', message: 'is not valid MDX: Unexpected closing slash' },
  ],
  [
    'a wrong value of a section',
    [nodes, 'area: capacity', 'area: cooking'],
    { at: 'area:', id: 'nodes', message: 'area must be one of: capacity, environments' },
  ],
  [
    'a missing member of a section',
    [nodes, 'title: Nodes\n', ''],
    { at: 'description: How', id: 'nodes', message: 'title is missing: expected string' },
  ],
  [
    'a wrong value of an item, by path and id',
    [nodes, 'phase: prepare', 'phase: design'],
    { at: 'phase: design', id: 'spread-nodes', message: 'items[1].phase must be one of: plan, prepare, launch' },
  ],
  [
    'a wrong value deep in an item',
    [nodes, 'run: demo nodes', 'run: ""'],
    { at: 'run:', id: 'count-nodes', message: 'items[0].verify.run must not be empty' },
  ],
  [
    'a source that is neither claim nor URL',
    [nodes, '- https://demo.example/racks', '- httpz'],
    { at: '- httpz', id: 'spread-nodes', message: 'items[1].sources[0] must be a claim id like "Z12" or a full URL' },
  ],
  [
    'an unknown member of an item',
    [nodes, 'owner: platform\n    why: Two', 'severity: high\n    owner: platform\n    why: Two'],
    { at: 'severity', id: 'count-nodes', message: 'items[0] has unknown members: severity; remove or rename them' },
  ],
  [
    'a must without check',
    [nodes, `    verify:\n${must}`, ''],
    { at: 'id: count-nodes', id: 'count-nodes', message: 'items[0].verify is missing: say how a must is checked' },
  ],
  [
    'a link as evidence of nothing',
    [nodes, '    evidence: Link to the output\n', ''],
    { at: 'id: count-nodes', id: 'count-nodes', message: 'items[0].evidence is missing: say what the link' },
  ],
  [
    'a place against the file name',
    [nodes, 'order: 1', 'order: 3'],
    { at: 'order:', id: 'nodes', message: 'order is 3, but the file name says 01' },
  ],
  [
    'a wrong value of the overview',
    [index, 'version: 1.2.0', 'version: 1.2'],
    { at: 'version: 1.2', id: 'demo', message: 'version expected string, received number' },
  ],
  [
    'a wrong value of a list, by its own id',
    ['demo/claims.yaml', 'text: Spread them.', 'text: ""'],
    { at: 'text: ""', id: 'Z3', message: '[2].text must not be empty' },
  ],
  [
    'a wrong value of the published ids',
    ['demo/published.json', '"version": "1.1.0", ', ''],
    { at: '{', id: 'demo', message: 'version is missing: expected string' },
  ],
])('checkContent() finds %s', (_, change, { at, id, message }) => {
  const content = edit(validContent, change)
  const line = lineOf(content, change[0], at)
  expect(faultsOf(content)).toContainEqual({ file: change[0], line, id, message: expect.stringContaining(message) })
})

/** An overview that refers to nothing. */
const [overview = ''] = Object.values(
  edit(
    { [index]: validContent[index] ?? '' },
    [index, '<Claims ids="Z1" />', ''],
    [index, '<Diagram name="parts" />', ''],
  ),
)

describe('checkContent()', () => {
  test.each(['nodes.mdx', '1-nodes.mdx', '01_nodes.mdx', '01-Nodes.mdx'])('refuses a guide called "%s"', (name) => {
    const message = expect.stringContaining('is not named like a section')
    expect(faultsOf({ ...validContent, [`demo/${name}`]: '' })).toEqual([
      { file: `demo/${name}`, line: 1, id: name, message },
    ])
  })

  test.each(['checklist', 'claims', 'index'])('refuses a guide that stands in the way of "%s"', (id) => {
    const file = `demo/03-${id}.mdx`
    const text = '---\ntitle: A\ndescription: B\norder: 3\narea: storage\nitems: []\n---\n'
    expect(faultsOf({ ...validContent, [file]: text })).toEqual([
      { file, line: 1, id, message: 'is the path of a page the build makes: rename the file' },
    ])
  })

  test('finds two guides of one name', () => {
    const text = '---\ntitle: A\ndescription: B\norder: 3\narea: storage\nitems: []\n---\n'
    const message = expect.stringContaining('is the name of two sections (first demo/01-nodes.mdx)')
    expect(faultsOf({ ...validContent, 'demo/03-nodes.mdx': text })).toEqual([
      { file: 'demo/03-nodes.mdx', line: 2, id: 'nodes', message },
    ])
  })

  test('finds a folder without overview and reads on', () => {
    const message = expect.stringContaining('is missing: a platform begins with its index.mdx')
    expect(faultsOf({ ...validContent, 'other/claims.yaml': '[]' })).toEqual([
      { file: 'other/index.mdx', line: 1, id: 'other', message },
    ])
  })

  test('refuses a platform that stands in the way of a screen', () => {
    expect(faultsOf({ 'report/index.mdx': overview })).toEqual([
      { file: 'report/index.mdx', line: 1, id: 'report', message: 'is the path of a screen: rename the folder' },
    ])
  })

  test('does without the lists beside the guides', () => {
    expect(faultsOf({ [index]: overview })).toEqual([])
  })

  test('gives platforms by their order, not by their names', () => {
    const content = { ...validContent, 'zeta/index.mdx': overview.replace('order: 2', 'order: 1') }
    const { platforms, faults } = checkContent(writeFolder(content))
    expect(faults).toEqual([])
    expect(platforms.map(({ id }) => id)).toEqual(['zeta', 'demo'])
  })
})
