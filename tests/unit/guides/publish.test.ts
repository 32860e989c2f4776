import { describe, expect, test } from 'vitest'
import { digestItem } from '../../../src/core/index.ts'
import { checkContent } from '../../../src/guides/index.ts'
import { encodeChecklist, publishChecklist } from '../../../src/guides/publish.ts'
import { type Content, edit, validContent } from '../../fixtures/content.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

async function publish(content: Content) {
  const [platform] = checkContent(writeFolder(content)).platforms
  if (!platform) throw new TypeError('The content has no platform')
  return publishChecklist(platform)
}

describe('publishChecklist()', () => {
  test('names platform, title, version, traits and retired ids', async () => {
    const { sections: _, claims: __, ...head } = await publish(validContent)
    expect(head).toEqual({
      format: 1,
      platform: 'demo',
      title: 'Demo',
      version: '1.2.0',
      traits: [{ id: 'gpu', label: 'With GPUs', description: 'Some nodes have GPUs.' }],
      retired: [
        { id: 'old-item', since: '1.1.0', replacedBy: 'count-nodes' },
        { id: 'older-item', since: '1.0.0' },
      ],
    })
  })

  test('gives sections by their numbers, with address, area and items', async () => {
    const { sections } = await publish(validContent)
    expect(sections.map(({ items, ...section }) => ({ ...section, items: items.map(({ id }) => id) }))).toEqual([
      { id: 'nodes', title: 'Nodes', area: 'capacity', url: '/demo/nodes/', items: ['count-nodes', 'spread-nodes'] },
      { id: 'backups', title: 'Backups', area: 'recovery', url: '/demo/backups/', items: ['test-restore'] },
    ])
  })

  test('gives an item as written, with its address and digest', async () => {
    const item = (await publish(validContent)).sections[1]?.items[0]
    if (!item) throw new TypeError('The section has no item')
    const { url, digest, ...written } = item
    expect(written).toEqual({
      id: 'test-restore',
      title: 'Restore a backup',
      level: 'must',
      phase: 'launch',
      owner: 'storage',
      why: 'A backup nobody restored is a hope.',
      verify: { expect: 'The restored site answers.' },
      after: ['spread-nodes'],
      sources: ['Z4', 'Z2'],
    })
    expect(url).toBe('/demo/backups/#test-restore')
    expect(digest).toBe(await digestItem(written))
  })

  test('tells which items, sections and overview cover a claim', async () => {
    const { claims } = await publish(validContent)
    expect(claims).toEqual([
      { id: 'Z1', text: 'Read the release notes.', coveredBy: ['#index'] },
      { id: 'Z2', text: 'Use three nodes.', coveredBy: ['#nodes', 'count-nodes', 'test-restore'] },
      { id: 'Z3', text: 'Spread them.', coveredBy: ['#nodes'] },
      { id: 'Z4', text: 'Make backups.', coveredBy: ['test-restore'] },
    ])
  })

  test('has empty lists where a platform has none', async () => {
    const overview = { 'demo/index.mdx': validContent['demo/index.mdx']?.replace(/traits:[\s\S]*$/, '---\n') ?? '' }
    expect(await publish(overview)).toMatchObject({ traits: [], sections: [], retired: [], claims: [] })
  })
})

describe('encodeChecklist()', () => {
  test('gives the same bytes for the same sources', async () => {
    expect(encodeChecklist(await publish(validContent))).toBe(encodeChecklist(await publish(validContent)))
  })

  test('gives the same bytes wherever lines are wrapped in folded text', async () => {
    const why = 'why: Two cannot form a majority.'
    const folded = edit(validContent, ['demo/01-nodes.mdx', why, 'why: >-\n      Two cannot\n      form a majority.'])
    expect(encodeChecklist(await publish(folded))).toBe(encodeChecklist(await publish(validContent)))
  })

  test('indents by two spaces, ends with a line feed and parses to the same value', async () => {
    const checklist = await publish(validContent)
    const text = encodeChecklist(checklist)
    expect(text.startsWith('{\n  "format": 1,\n')).toBe(true)
    expect(text.endsWith('}\n')).toBe(true)
    expect(JSON.parse(text)).toEqual(checklist)
  })
})
