import { describe, expect, test } from 'vitest'
import { countReplicas, type ReplicaNeed, reserveLikeAks, sumConnections } from '../../../../src/core/sizing/index.ts'

const load: ReplicaNeed = {
  peak: 9000,
  capacity: 5000,
  targetLoad: 0.8,
  failures: 1,
  isContinuous: false,
  zones: 1,
  isInEveryZone: false,
  isZoneSafe: false,
}

describe('countReplicas()', () => {
  test.each<[string, Partial<ReplicaNeed>, need: number, replicas: number]>([
    ['adds a spare one for a failure that nobody may notice', { isContinuous: true }, 3, 4],
    ['takes the need where a pause is tolerated', { isInEveryZone: true, zones: 3 }, 3, 3],
    ['carries the peak after the loss of a zone', { isZoneSafe: true, zones: 3 }, 3, 5],
    ['keeps two of a service without load', { peak: 0, isContinuous: true }, 1, 2],
    ['puts one into every zone', { peak: 100, isInEveryZone: true, zones: 3 }, 1, 3],
    ['adds as many as may fail', { isContinuous: true, failures: 3 }, 3, 6],
    ['takes no rounding error for load', { peak: 0.3, capacity: 0.1, targetLoad: 1 }, 3, 3],
  ])('%s', (_, part, need, replicas) => {
    expect(countReplicas({ ...load, ...part })).toEqual({ kind: 'counted', need, replicas })
  })

  test.each<[Partial<ReplicaNeed>, RegExp]>([
    [{ peak: -1 }, /peak/],
    [{ peak: Number.NaN }, /peak/],
    [{ capacity: 0 }, /measure/],
    [{ targetLoad: 0 }, /target/],
    [{ targetLoad: 1.1 }, /target/],
    [{ failures: 1.5 }, /Node failures have to be a whole number, 0 or more/],
    [{ failures: -1 }, /Node failures/],
    [{ zones: 2.5 }, /Zones have to be a whole number, 1 or more/],
    [{ zones: 0 }, /Zones/],
    [{ isZoneSafe: true }, /two zones/],
    [{ capacity: 1e-9 }, /million/],
  ])('refuses %j', (part, reason) => {
    expect(countReplicas({ ...load, ...part })).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) })
  })
})

describe('sumConnections()', () => {
  test('counts every replica, and keeps one connection free', () => {
    const pools = [
      { replicas: 3, pool: 20 },
      { replicas: 2, pool: 15 },
    ]
    expect(sumConnections(pools, 91)).toEqual({ total: 90, fits: true })
    expect(sumConnections(pools, 90)).toEqual({ total: 90, fits: false })
    expect(sumConnections([], 1)).toEqual({ total: 0, fits: true })
  })
})

describe('reserveLikeAks()', () => {
  test.each([
    [1, 0.06],
    [2, 0.1],
    [4, 0.14],
    [8, 0.18],
    [16, 0.26],
    [32, 0.42],
    [64, 0.74],
    [3, 0.14],
    [0.5, 0.06],
    [48, 0.74],
  ])('keeps of %d cores %d', (cores, reserved) => {
    expect(reserveLikeAks({ cpu: cores, memory: 8 }, 30)?.cpu).toBe(reserved)
  })

  test('leaves 7.25 GB of 8 GB with 30 pods', () => {
    const memory = 8e9 / 2 ** 30
    const left = (memory - (reserveLikeAks({ cpu: 2, memory }, 30)?.memory ?? 0)) * 2 ** 30
    expect((left / 1e9).toFixed(2)).toBe('7.25')
  })

  test('keeps a quarter of a machine that is small for its pods', () => {
    expect(reserveLikeAks({ cpu: 2, memory: 4 }, 250)?.memory).toBe(1 + 100 / 1024)
  })

  test('knows nothing of more than 64 cores', () => {
    expect(reserveLikeAks({ cpu: 65, memory: 8 }, 30)).toBeUndefined()
  })
})
