import { describe, expect, test } from 'vitest'
import {
  claimsSchema,
  diagramsSchema,
  platformSchema,
  productTablesSchema,
  publishedSchema,
  retiredSchema,
  sectionSchema,
} from '../../../src/core/schema.ts'
import { issuesOf, omit } from '../../fixtures/issues.ts'
import { validPlatform, validSection } from '../../fixtures/platform.ts'

test('sectionSchema takes a valid section, also without items and sources', () => {
  expect(sectionSchema.parse(validSection)).toEqual(validSection)
  expect(issuesOf(sectionSchema, omit({ ...validSection, items: [] }, 'sources'))).toEqual([])
})

test.each<[string, object, string]>([
  ['a title of 61 letters', { title: 'a'.repeat(61) }, 'title: Too big'],
  ['a description of 201 letters', { description: 'a'.repeat(201) }, 'description: Too big'],
  ['place 0', { order: 0 }, 'order: Too small'],
  ['place 100', { order: 100 }, 'order: Too big'],
  ['an unknown area', { area: 'cooking' }, 'area: Invalid option'],
  ['a claim among the sources of the text', { sources: ['Z1'] }, 'sources.0: must be a full http(s) URL'],
  ['a broken item', { items: [{}] }, 'items.0.id: Invalid input'],
  ['an unknown member', { tags: [] }, ': Unrecognized key: "tags"'],
])('sectionSchema refuses %s', (_, change, issue) => {
  expect(issuesOf(sectionSchema, { ...validSection, ...change })).toContainEqual(expect.stringContaining(issue))
})

test.each(['title', 'description', 'order', 'area', 'items'])('sectionSchema needs "%s"', (name) => {
  expect(issuesOf(sectionSchema, omit(validSection, name))).toEqual([
    expect.stringMatching(`^${name}: (Invalid|must be)`),
  ])
})

test('platformSchema takes a valid overview, also without traits', () => {
  expect(platformSchema.parse(validPlatform)).toEqual(validPlatform)
  expect(issuesOf(platformSchema, omit(validPlatform, 'traits'))).toEqual([])
})

const { status, versions } = validPlatform

test.each<[string, object, string]>([
  ['a title of 41 letters', { title: 'a'.repeat(41) }, 'title: Too big'],
  ['place 0', { order: 0 }, 'order: Too small'],
  ['a version of two numbers', { version: '1.0' }, 'version: must be a version like "1.0.0"'],
  ['a version that YAML reads as number', { version: 1.2 }, 'version: Invalid input: expected string'],
  ['a home page without scheme', { homepage: 'example.org' }, 'homepage: must be a full http(s) URL'],
  ['a seed that is a path', { seed: '/production' }, 'seed: must be a full http(s) URL'],
  ['an unknown lifecycle', { status: { ...status, lifecycle: 'fine' } }, 'status.lifecycle: Invalid option'],
  ['a day that does not exist', { status: { ...status, checkedOn: '2026-02-30' } }, 'status.checkedOn: must be a day'],
  ['no version', { versions: [] }, 'versions: Too small'],
  ['an unknown support', { versions: [{ ...versions[0], support: 'yes' }] }, 'versions.0.support: Invalid option'],
  ['a month as end', { versions: [{ ...versions[0], endOfLife: '2027-02' }] }, 'versions.0.endOfLife: must be a day'],
  ['a trait without label', { traits: [{ id: 'gpu', description: 'x' }] }, 'traits.0.label: Invalid input'],
  ['an unknown member', { logo: 'x.svg' }, ': Unrecognized key: "logo"'],
])('platformSchema refuses %s', (_, change, issue) => {
  expect(issuesOf(platformSchema, { ...validPlatform, ...change })).toEqual([expect.stringContaining(issue)])
})

test.each(['title', 'description', 'order', 'version', 'vendor', 'homepage', 'seed', 'status', 'versions'])(
  'platformSchema needs "%s"',
  (name) => {
    expect(issuesOf(platformSchema, omit(validPlatform, name))).toEqual([
      expect.stringMatching(`^${name}: (Invalid|must be)`),
    ])
  },
)

describe('lists beside the guides', () => {
  const picture = { name: 'parts', title: 'The parts', alt: 'Two parts.' }
  const steps = [{ label: 'Build' }, { label: 'Deploy', gate: true }]
  const layers = { ...picture, kind: 'layers', columns: [{ id: 'a', label: 'A' }] }
  const product = { name: 'K3s', role: 'Cluster', state: 'active', summary: 'Fine.' }
  const checked = { checkedOn: '2026-11-01', source: 'https://example.org/' }
  const table = { name: 'tools', title: 'Tools', rows: [{ ...product, ...checked }] }

  test('diagramsSchema takes each kind of picture', () => {
    const zones = { ...picture, kind: 'zones', parts: [{ label: 'Site', parts: [{ label: 'Node', optional: true }] }] }
    const pictures = [
      { ...picture, kind: 'flow', steps },
      { ...layers, layers: [{ label: 'OS', columns: ['a'], tone: 'own' }] },
      zones,
    ]
    expect(diagramsSchema.parse(pictures)).toEqual(pictures)
  })

  test('productTablesSchema, claimsSchema, retiredSchema and publishedSchema take valid lists', () => {
    expect(issuesOf(productTablesSchema, [table])).toEqual([])
    expect(issuesOf(claimsSchema, [{ id: 'Z1', text: 'Use three nodes.' }])).toEqual([])
    expect(issuesOf(retiredSchema, [{ id: 'old', since: '1.1.0' }])).toEqual([])
    expect(issuesOf(publishedSchema, { version: '1.0.0', ids: ['a'] })).toEqual([])
  })

  test.each([
    ['diagramsSchema: an unknown kind', diagramsSchema, [{ ...picture, kind: 'pie' }], '0.kind: Invalid'],
    [
      'diagramsSchema: a flow of one step',
      diagramsSchema,
      [{ ...picture, kind: 'flow', steps: [{ label: 'A' }] }],
      '0.steps: Too small',
    ],
    ['diagramsSchema: no layers', diagramsSchema, [{ ...layers, layers: [] }], '0.layers: Too small'],
    [
      'diagramsSchema: a part in a part without label',
      diagramsSchema,
      [{ ...picture, kind: 'zones', parts: [{ label: 'A', parts: [{}] }] }],
      '0.parts.0.parts.0.label: Invalid input',
    ],
    [
      'diagramsSchema: no words for the picture',
      diagramsSchema,
      [{ ...picture, alt: '', kind: 'flow', steps }],
      '0.alt: must not be empty',
    ],
    ['productTablesSchema: a table without rows', productTablesSchema, [{ ...table, rows: [] }], '0.rows: Too small'],
    [
      'productTablesSchema: an unknown state',
      productTablesSchema,
      [{ ...table, rows: [{ ...product, ...checked, state: 'old' }] }],
      '0.rows.0.state: Invalid option',
    ],
    [
      'productTablesSchema: a row without source',
      productTablesSchema,
      [{ ...table, rows: [{ ...product, checkedOn: '2026-11-01' }] }],
      '0.rows.0.source: must be a full http(s) URL',
    ],
    ['claimsSchema: a claim id in small letters', claimsSchema, [{ id: 'z1', text: 'x' }], '0.id: must be a claim id'],
    ['claimsSchema: a claim of 241 letters', claimsSchema, [{ id: 'Z1', text: 'a'.repeat(241) }], '0.text: Too big'],
    ['retiredSchema: no version', retiredSchema, [{ id: 'old' }], '0.since: Invalid input'],
    [
      'retiredSchema: a version of two numbers',
      retiredSchema,
      [{ id: 'old', since: '1.0' }],
      '0.since: must be a version',
    ],
    [
      'publishedSchema: an id that is none',
      publishedSchema,
      { version: '1.0.0', ids: ['A b'] },
      'ids.0: must be kebab-case',
    ],
  ])('%s is refused', (_, schema, value, issue) => {
    expect(issuesOf(schema, value)).toEqual([expect.stringContaining(issue)])
  })
})
