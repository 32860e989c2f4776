/** Content of a platform with many items, for measuring. */
import { mkdirSync, writeFileSync } from 'node:fs'

/** Writes `content/<id>` of a project copy in sections of 50 items; of more where they would not fit into 99 sections. */
export function writeLargePlatform(project: string, id: string, items: number): void {
  const folder = `${project}/content/${id}`
  mkdirSync(folder, { recursive: true })
  const source = 'https://example.com/'
  const checked = { checkedOn: '2026-11-01', source }
  const platform = {
    title: 'Large',
    description: 'A platform for measuring.',
    order: 90,
    version: '1.0.0',
    vendor: 'Example',
    homepage: source,
    seed: source,
    status: { lifecycle: 'active', summary: 'For measuring.', ...checked },
    versions: [{ name: 'Large', version: '1', support: 'supported', ...checked }],
  }
  write(`${folder}/index.mdx`, platform, 'Overview.')
  writeFileSync(`${folder}/claims.yaml`, '- id: L1\n  text: Everything.\n')
  const size = Math.max(50, Math.ceil(items / 99))
  for (let section = 0; section * size < items; section++) {
    const first = section * size
    const ids = Array.from({ length: Math.min(size, items - first) }, (_, index) => `item-${first + index}`)
    const frontmatter = {
      title: `Section ${section}`,
      description: 'Items for measuring.',
      order: section + 1,
      area: 'operations',
      items: ids.map((item, index) => ({
        id: item,
        title: `Do what ${item} asks for`,
        level: index % 3 === 0 ? 'must' : 'should',
        phase: 'prepare',
        owner: 'platform',
        why: 'It would be missing otherwise, and nobody would know before the day on which it is needed.',
        verify: { run: `check --item ${item}`, expect: 'It prints that all is well.' },
        ...(index % 2 === 0 && { evidence: 'The output', validForDays: 90 }),
        sources: ['L1'],
      })),
    }
    const number = String(section + 1).padStart(2, '0')
    write(
      `${folder}/${number}-section-${section}.mdx`,
      frontmatter,
      ids.map((item) => `<Item id="${item}" />`).join('\n\n'),
    )
  }
}

/** JSON is YAML too. */
function write(file: string, frontmatter: object, text: string): void {
  const imports = text.includes('<Item') ? "import { Item } from '@golive/guide'\n\n" : ''
  writeFileSync(file, `---\n${JSON.stringify(frontmatter, null, 2)}\n---\n\n${imports}${text}\n`)
}
