import { describe, expect, test } from 'vitest'
import { loadContent } from '../../../src/guides/index.ts'
import { edit, lineOf, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { faultsOf } from '../../fixtures/faults.ts'

const index = 'demo/index.mdx'
const nodes = 'demo/01-nodes.mdx'
const backups = 'demo/02-backups.mdx'

test('checkContent() tells the faults of all files at once, those between files too when frontmatter is broken', () => {
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
  const told = faultsOf(content).map(({ file, id, message }) => `${file} ${id}: ${message.split(':')[0]}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'demo/index.mdx demo: vendor is missing',
      'demo/index.mdx demo: has unknown members',
      'demo/01-nodes.mdx nodes: area must be one of',
      'demo/01-nodes.mdx spread-nodes: is not in the text',
      'demo/02-backups.mdx test-restore: items[0].owner must be one of',
      'demo/02-backups.mdx test-restore: comes after "ghost", which is no item of this platform',
      'demo/claims.yaml Z3: [2].text must not be empty',
      'demo/published.json gone-item: was published and is gone',
    ]),
  )
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
