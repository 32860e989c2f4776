import { expect, test } from 'vitest'
import { buildRecord, listChecklistEntries } from '../../../src/build/search-records.ts'
import { itemDigestLength } from '../../../src/core/index.ts'
import { demoChecklist, publishedItem, validItem } from '../../fixtures/checklist.ts'

const item = {
  ...publishedItem('protect-main', 'must'),
  ...validItem,
  formerly: ['old-name'],
  when: ['ha', 'streaming'],
}
const [nodes] = demoChecklist.sections
const checklist = {
  ...demoChecklist,
  sections: nodes ? [{ ...nodes, items: [item] }] : [],
  claims: [{ id: 'Z3', text: 'Protect `main`.', coveredBy: ['protect-main'] }],
}
const [first, decision, claim] = listChecklistEntries(checklist)

test('listChecklistEntries() gives an item with everything that it says and is chosen by', () => {
  expect(first).toMatchObject({
    kind: 'item',
    url: '/demo/nodes/#protect-main',
    title: validItem.title,
    place: 'Demo, Nodes',
    filters: { platform: 'Demo', level: 'must', phase: 'prepare', area: 'capacity', owner: 'delivery' },
    terms: { when: 'ha streaming', days: '90', was: 'old-name' },
    marks: [item.digest.slice(0, itemDigestLength), 'link'],
  })
  for (const text of [validItem.why, 'git push origin HEAD:main', 'The server rejects', 'Export of']) {
    expect(first?.text).toContain(text)
  }
})

test('listChecklistEntries() gives the decision of an item where the item stands', () => {
  expect(decision).toMatchObject({ kind: 'decision', url: '/demo/nodes/#protect-main', title: 'How many reviews?' })
  expect(decision?.text).toBe(`${validItem.title} · One of: one, two.`)
  expect(decision?.filters).toEqual(first?.filters)
})

test('listChecklistEntries() gives a claim where the page of claims has it', () => {
  expect(claim).toEqual({
    kind: 'claim',
    url: '/demo/claims/#Z3',
    place: 'Demo, Traceability, Z3',
    text: 'Protect `main`.',
    filters: { platform: 'Demo' },
  })
})

test('buildRecord() tells records of one address apart and marks where the text ends', () => {
  const records = [first, decision, claim].flatMap((entry) => (entry ? [buildRecord(entry)] : []))
  expect(records.map(({ url }) => url)).toEqual([
    '/demo/nodes/#protect-main~item~0000000000000000~link',
    '/demo/nodes/#protect-main~decision~0000000000000000~link',
    '/demo/claims/#Z3~claim',
  ])
  expect(records[0]?.content).toMatch(/ ␞ protect-main headmain main protectmain$/)
  expect(records[2]?.content).toBe('Protect main. ␞')
  expect(records[1]?.filters).toMatchObject({ kind: ['decision'], owner: ['delivery'] })
})

test('buildRecord() has what only judges an item where nothing is searched: in the address', () => {
  const { content, meta } = buildRecord({ kind: 'item', url: '/demo/#a', place: 'Demo', text: 'A', marks: ['0a1b'] })
  expect(JSON.stringify([content, meta])).not.toContain('0a1b')
})

test('buildRecord() gives the title as text where there is none: what has no word is left out of the index', () => {
  const record = buildRecord({ kind: 'guide', url: '/demo/#a', title: 'Bare', place: 'Demo', text: '' })
  expect(record.content).toBe('Bare ␞')
})
