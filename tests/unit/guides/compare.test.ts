import { expect, test } from 'vitest'
import type { Item, Section } from '../../../src/core/index.ts'
import { areas, type Topic } from '../../../src/core/schema.ts'
import { comparePlatforms } from '../../../src/guides/compare.ts'
import type { Platform } from '../../../src/guides/index.ts'
import { demoChecklist, publishedItem } from '../../fixtures/checklist.ts'

const section = (area: Section['area'], ...ids: string[]): Section => ({
  id: area,
  title: area,
  area,
  url: `/demo/${area}/`,
  items: ids.map((id) => publishedItem(id, 'must')),
})

/** The comparison looks at checklists only, so the source is left out. */
const platform = (id: string, ...sections: Section[]) =>
  ({ id, checklist: { ...demoChecklist, platform: id, sections } }) as Platform

const one = platform('one', section('recovery', 'backup', 'restore'), section('capacity', 'count'))
const two = platform('two', section('recovery', 'snapshot', 'bury'))
const backups: Topic = {
  id: 'backups',
  title: 'Make backups',
  area: 'recovery',
  items: { one: ['backup'], two: ['snapshot'] },
}

const ids = (items: Map<string, Item[]>) =>
  Object.fromEntries([...items].map(([name, list]) => [name, list.map((item) => item.id)]))

test('comparePlatforms() puts what several ask in a row and lists what each asks alone', () => {
  const comparison = comparePlatforms([one, two], [backups])
  expect(
    comparison.map(({ area, topics, aloneByPlatform }) => ({
      area,
      topics: topics.map(({ topic, itemsByPlatform }) => [topic.id, ids(itemsByPlatform)]),
      alone: ids(aloneByPlatform),
    })),
  ).toEqual([
    { area: 'capacity', topics: [], alone: { one: ['count'], two: [] } },
    {
      area: 'recovery',
      topics: [['backups', { one: ['backup'], two: ['snapshot'] }]],
      alone: { one: ['restore'], two: ['bury'] },
    },
  ])
})

test('comparePlatforms() keeps the order of the areas and leaves out those nobody asks about', () => {
  const found = comparePlatforms([two, one], []).map(({ area }) => area)
  expect(found).toEqual(areas.filter((area) => found.includes(area)))
  expect(found).toEqual(['capacity', 'recovery'])
})

test('comparePlatforms() shows every item exactly once', () => {
  const shown = comparePlatforms([one, two], [backups]).flatMap(({ topics, aloneByPlatform }) =>
    [aloneByPlatform, ...topics.map(({ itemsByPlatform }) => itemsByPlatform)].flatMap((items) => [...items.values()]),
  )
  const written = [one, two].flatMap(({ checklist }) => checklist.sections.flatMap(({ items }) => items))
  expect(
    shown
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(written.map(({ id }) => id).sort())
})
