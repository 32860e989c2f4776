import { describe, expect, test } from 'vitest'
import { checkContent, loadContent } from '../../../src/guides/index.ts'
import { type Content, type Edit, edit, lineOf, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const backups = 'demo/02-backups.mdx'
const must = '      run: demo nodes\n      expect: Three lines.\n'

const find = (content: Content) => checkContent(writeFolder(content)).faults

test.each<[string, Edit, { at: string; id: string; message: string }]>([
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
  expect(find(content)).toContainEqual({ file: change[0], line, id, message: expect.stringContaining(message) })
})

describe('checkContent()', () => {
  test.each(['nodes.mdx', '1-nodes.mdx', '01_nodes.mdx', '01-Nodes.mdx'])('refuses a guide called "%s"', (name) => {
    const message = expect.stringContaining('is not named like a section')
    expect(find({ ...validContent, [`demo/${name}`]: '' })).toEqual([
      { file: `demo/${name}`, line: 1, id: name, message },
    ])
  })

  test('finds two guides of one name', () => {
    const text = '---\ntitle: A\ndescription: B\norder: 3\narea: storage\nitems: []\n---\n'
    const message = expect.stringContaining('is the name of two sections (first demo/01-nodes.mdx)')
    expect(find({ ...validContent, 'demo/03-nodes.mdx': text })).toEqual([
      { file: 'demo/03-nodes.mdx', line: 2, id: 'nodes', message },
    ])
  })

  test('finds a folder without overview and reads on', () => {
    const message = expect.stringContaining('is missing: a platform begins with its index.mdx')
    expect(find({ ...validContent, 'other/claims.yaml': '[]' })).toEqual([
      { file: 'other/index.mdx', line: 1, id: 'other', message },
    ])
  })

  test('does without the lists beside the guides', () => {
    const { [index]: overview = '' } = edit(
      validContent,
      [index, '<Claims ids="Z1" />', ''],
      [index, '<Diagram name="parts" />', ''],
    )
    expect(find({ [index]: overview })).toEqual([])
  })

  test('gives platforms by their order, not by their names', () => {
    const { [index]: overview = '' } = edit(
      validContent,
      [index, 'ids="Z1"', 'ids=""'],
      [index, '<Diagram name="parts" />', ''],
    )
    const content = { ...validContent, 'zeta/index.mdx': overview.replace('order: 2', 'order: 1') }
    const { platforms, faults } = checkContent(writeFolder(content))
    expect(faults).toEqual([])
    expect(platforms.map(({ id }) => id)).toEqual(['zeta', 'demo'])
  })

  test('tells the faults of all files at once, those between files too when frontmatter is broken', () => {
    const content = edit(
      validContent,
      [index, 'vendor: Example', 'seller: Example'],
      [nodes, 'area: capacity', 'area: cooking'],
      [nodes, '<Item id="spread-nodes" />', ''],
      [backups, 'after: [spread-nodes]', 'after: [ghost]'],
      [backups, 'owner: storage', 'owner: nobody'],
      ['demo/claims.yaml', 'text: Spread them.', 'text: ""'],
      ['demo/published.json', '"old-item"', '"gone-item"'],
    )
    const told = find(content).map(({ file, id, message }) => `${file} ${id} ${message.slice(0, 20)}`)
    expect(told).toEqual(
      expect.arrayContaining([
        'demo/index.mdx demo vendor is missing: e',
        'demo/index.mdx demo has unknown members:',
        'demo/01-nodes.mdx nodes area must be one of:',
        'demo/01-nodes.mdx spread-nodes is not in the text: ',
        'demo/02-backups.mdx test-restore items[0].owner must ',
        'demo/02-backups.mdx test-restore comes after "ghost",',
        'demo/claims.yaml Z3 [2].text must not be',
        'demo/published.json gone-item was published and is',
      ]),
    )
  })
})

describe('loadContent()', () => {
  test('gives the platforms of sound content with their checklists', async () => {
    const { platforms } = await loadContent(writeFolder(validContent))
    expect(platforms).toMatchObject([{ id: 'demo', checklist: { platform: 'demo', version: '1.2.0' } }])
  })

  test('throws every fault in one message, in the order of files and lines', async () => {
    const content = edit(
      validContent,
      [nodes, 'area: capacity', 'area: cooking'],
      [nodes, 'phase: prepare', 'phase: design'],
      [backups, '<Products name="tools" />', ''],
    )
    const loading = loadContent(writeFolder(content))
    const line = lineOf(content, nodes, 'phase: design')
    await expect(loading).rejects.toThrow(/^3 faults in the content\n/)
    const { message } = (await loading.catch((error: unknown) => error)) as Error
    expect(message.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^content\/demo\/01-nodes.mdx:5 nodes: area must be one of/),
      expect.stringMatching(`^content/demo/01-nodes.mdx:${line} spread-nodes: items\\[1\\].phase must be one of`),
      expect.stringMatching(/^content\/demo\/products.yaml:1 tools: is on no page/),
    ])
  })
})
