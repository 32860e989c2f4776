import { afterEach, describe, expect, test, vi } from 'vitest'
import { describeRollout } from '../../../src/core/index.ts'
import type { CheckResult } from '../../../src/core/proof/check-results.ts'
import { openPage, recordText } from '../../fixtures/transfer-page.ts'

afterEach(() => vi.unstubAllGlobals())

const at = '2026-11-20T10:00:00.000Z'
const ran = (itemId: string): CheckResult => ({
  itemId,
  itemDigest: '0'.repeat(16),
  values: [],
  outcome: {
    kind: 'ran',
    began: '2026-11-21T10:00:00Z',
    ended: '2026-11-21T10:00:01Z',
    exitCode: 0,
    output: 'ready',
    isCut: false,
  },
})

function resultsOf(rolloutId: string, checks: CheckResult[], platform = 'demo') {
  const head = { checklistSha256: 'c'.repeat(64), startedAt: '2026-11-21T10:00:00Z', isInterrupted: false }
  return { kind: 'script' as const, results: { rolloutId, platform, ...head, checks } }
}

const scan = (tool: 'junit' | 'polaris') => ({
  kind: 'scan' as const,
  report: { tool, scope: '', isWhole: true, findings: [] },
})

async function open(texts: Record<string, string> = {}) {
  const page = await openPage(texts)
  return { ...page, ...(await import('../../../src/stores/proof.ts')) }
}

const named = (name: string, fields = {}) =>
  recordText({ name: { at, value: name }, platform: { at, value: 'demo' }, ...fields })

describe('listTargets()', () => {
  test('puts the rollout first that the file names, then the one that is shown', async () => {
    const { listTargets } = await open({ 'rollout:shop': named('Shop'), 'rollout:other': named('Other') })
    const ids = listTargets(resultsOf('shop', []), ['demo']).map(({ id }) => id)
    expect(ids).toEqual(['shop', 'demo-first', 'other'])
  })

  test('takes the one that is shown where the named one is deleted, and none of another platform', async () => {
    const { listTargets } = await open({ 'rollout:shop': named('Shop', { deletedAt: { at, value: at } }) })
    expect(listTargets(resultsOf('shop', []), ['demo', 'other']).map(({ id }) => id)).toEqual(['demo-first'])
    expect(listTargets(resultsOf('shop', [], 'unknown'), ['demo'])).toEqual([])
  })

  test('offers the Kubernetes scanners to Kubernetes alone, and tests to every platform', async () => {
    const { listTargets } = await open()
    const platforms = ['demo', 'kubernetes']
    expect(listTargets(scan('polaris'), platforms).map(({ platform }) => platform)).toEqual(['kubernetes'])
    expect(listTargets(scan('junit'), platforms).map(({ platform }) => platform)).toEqual(platforms)
  })
})

describe('planProof() and applyProof()', () => {
  const shop = describeRollout('shop', { format: 2, platform: { at, value: 'demo' } })

  test('offer evidence, tell what is unknown, and leave states as they are', async () => {
    const state = { at, value: { kind: 'blocked', reason: 'a part is missing' } }
    const page = await open({ 'rollout:shop': named('Shop'), 'item:shop:a-should': recordText({ state }) })
    const before = page.snapshot()
    const plan = await page.planProof(resultsOf('shop', [ran('a-must'), ran('a-should'), ran('gone')]), shop)
    expect(plan.proposals.map(({ item, standing }) => [item.id, standing])).toEqual([
      ['a-must', 'open'],
      ['a-should', 'answered'],
    ])
    expect(plan.unknown).toEqual(['gone'])
    expect(page.snapshot()).toEqual(before)

    const chosen = plan.proposals.map(({ item, name, evidence }) => ({ itemId: item.id, name, evidence }))
    const done = page.applyProof(shop, chosen)
    expect(done.isStored).toBe(true)
    const stored = JSON.parse(page.textOf('item:shop:a-should') ?? '')
    expect(stored.state).toEqual(state)
    expect(Object.keys(stored).filter((name) => name.startsWith('evidence/'))).toHaveLength(1)
    expect((await page.planProof(resultsOf('shop', [ran('a-must')]), shop)).proposals[0]?.standing).toBe('known')

    expect(page.undoImport(done)).toEqual([])
    expect(page.snapshot()).toEqual(before)
  })

  test('keep what was changed since when they are undone', async () => {
    const page = await open({ 'rollout:shop': named('Shop') })
    const { proposals } = await page.planProof(resultsOf('shop', [ran('a-must')]), shop)
    const done = page.applyProof(
      shop,
      proposals.map(({ item, name, evidence }) => ({ itemId: item.id, name, evidence })),
    )
    page.write('item:shop:a-must', recordText({ note: { at, value: 'written since' } }))
    expect(page.undoImport(done)).toEqual(['item:shop:a-must'])
    expect(page.textOf('item:shop:a-must')).toContain('written since')
  })
})
