import { beforeEach, expect, test, vi } from 'vitest'
import { type ItemRecord, recordFormat } from '../../../src/core/index.ts'
import { type Found, splitAddress } from '../../../src/islands/search/engine.ts'
import { readStanding } from '../../../src/islands/search/standing.ts'

const stored = vi.hoisted(() => ({ record: undefined as ItemRecord | undefined }))

vi.mock('../../../src/browser/environment.ts', () => ({
  now: () => new Date('2026-11-21T12:00:00Z'),
  records: { currentRollout: () => 'demo-first', readRollout: () => undefined, readItem: () => stored.record },
}))

const digest = '0123456789abcdef'
const found = (marks: string): Found =>
  splitAddress({
    url: `/docs/demo/nodes/#a-must~item~${marks}`,
    raw_url: `/demo/nodes/#a-must~item~${marks}`,
    content: '',
    meta: {},
    filters: { level: ['must'] },
    locations: [],
  })

beforeEach(() => {
  const at = '2026-11-20T10:00:00.000Z'
  stored.record = { format: recordFormat, state: { at, value: { kind: 'done', itemDigest: digest } } }
})

test('splitAddress() takes off what only tells records apart and judges items', () => {
  expect(found(`${digest}~link`)).toMatchObject({
    url: '/docs/demo/nodes/#a-must',
    raw_url: '/demo/nodes/#a-must',
    marks: [digest, 'link'],
  })
  const { url, raw_url } = found(digest)
  const page = splitAddress({ ...found(digest), url: `/~ada${url}~guide`, raw_url: `${raw_url}~guide` })
  expect(page).toMatchObject({ url: '/~ada/docs/demo/nodes/#a-must', raw_url: '/demo/nodes/#a-must', marks: [] })
})

test('readStanding() says that an item is done', () => {
  expect(readStanding(found(digest))).toEqual({ kind: 'done' })
})

test('readStanding() has an item confirmed whose link is missing, as its page does', () => {
  expect(readStanding(found(`${digest}~link`))).toMatchObject({ kind: 'to-confirm', doubts: ['unlinked'] })
})

test('readStanding() has an item confirmed whose text has changed, as its page does', () => {
  expect(readStanding(found('fedcba9876543210'))).toMatchObject({ kind: 'to-confirm', doubts: ['reworded'] })
})
