import { expect, test } from 'vitest'
import { keepLatest } from '../../../src/islands/search/keep-latest.ts'

test('keepLatest() runs one at a time, and of those that wait only the last', async () => {
  const runs: { isCurrent: () => boolean; finish: () => void }[] = []
  const latest = keepLatest((isCurrent) => new Promise((finish) => runs.push({ isCurrent, finish })))
  expect(latest.running()).toBeUndefined()
  latest.run()
  expect(runs).toHaveLength(1)
  expect(runs[0]?.isCurrent()).toBe(true)
  latest.run()
  latest.run()
  expect(runs).toHaveLength(1)
  expect(runs[0]?.isCurrent()).toBe(false)
  const over = latest.running()
  runs[0]?.finish()
  await Promise.resolve()
  await Promise.resolve()
  expect(runs).toHaveLength(2)
  expect(runs[1]?.isCurrent()).toBe(true)
  runs[1]?.finish()
  await over
  expect(latest.running()).toBeUndefined()
  expect(runs).toHaveLength(2)
})
