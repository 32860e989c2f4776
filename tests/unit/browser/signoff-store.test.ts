import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changeReport, readReports, type StoredReport } from '../../../src/browser/signoff-store.ts'

/** IndexedDB belongs to the browser, and is tried there; here its place is taken by a map. */
const stored = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  entries: async () => [...stored],
  update: async (key: string, change: (value: unknown) => unknown) => void stored.set(key, change(stored.get(key))),
}))
vi.mock('../../../src/browser/signoff-hint.ts', () => ({ signoffDatabase: 'test', findSignoffs: async () => 'there' }))
vi.stubGlobal(
  'BroadcastChannel',
  class {
    postMessage() {}
  },
)

const report: StoredReport = {
  payload: new Uint8Array([1]),
  signatures: [],
  signers: [],
  keptAt: '2026-11-21T12:00:00.000Z',
  origin: 'opened',
}

beforeEach(() => stored.clear())

describe('changeReport()', () => {
  test('stores a report, and gives what is stored to the next change', async () => {
    await changeReport('ab', () => report)
    await changeReport('ab', (before) => ({ ...report, ...before, isMasked: true }))
    expect(await readReports()).toEqual([['ab', { ...report, isMasked: true }]])
  })

  test.each([null, 'text', { format: 9, payload: 'AQ==' }, { ...report, signatures: [null] }])(
    'leaves %j alone, which it cannot read',
    async (newer) => {
      stored.set('ab', newer)
      await expect(changeReport('ab', () => report)).rejects.toThrow('Cannot change report "ab"')
      expect(stored.get('ab')).toBe(newer)
      expect(await readReports()).toEqual([['ab', undefined]])
    },
  )
})
