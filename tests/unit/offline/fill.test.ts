import { expect, test } from 'vitest'
import { fillCopy } from '../../../src/offline/fill.ts'

const files = Array.from({ length: 20 }, (_, index) => ({ url: `${index}`, revision: '', bytes: index }))

test('fillCopy() loads what is missing, several at a time, and tells the bytes that are there', async () => {
  const told: number[] = []
  let loading = 0
  let most = 0
  const loaded: string[] = []
  await fillCopy({
    files,
    isStored: ({ url }) => Number(url) >= 10,
    load: async ({ url }) => {
      most = Math.max(most, ++loading)
      await new Promise((resolve) => setTimeout(resolve, 1))
      loading--
      loaded.push(url)
    },
    tell: (doneBytes) => told.push(doneBytes),
  })
  expect(loaded.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
  expect(most).toBe(6)
  expect(told[0]).toBe(145)
  expect(told.at(-1)).toBe(190)
})

test('fillCopy() tries a file twice, the second time past the cache of the browser', async () => {
  const tries: [string, boolean][] = []
  await fillCopy({
    files: files.slice(0, 2),
    isStored: () => false,
    load: async ({ url }, isAgain) => {
      tries.push([url, isAgain])
      if (url === '1' && !isAgain) throw new Error('Lost')
    },
    tell: () => {},
  })
  expect(tries).toEqual([
    ['0', false],
    ['1', false],
    ['1', true],
  ])
})

test('fillCopy() begins no further file after one that does not come', async () => {
  let begun = 0
  const filling = fillCopy({
    files,
    isStored: () => false,
    load: async () => {
      begun++
      throw new Error('Gone')
    },
    tell: () => {},
  })
  await expect(filling).rejects.toThrow('Gone')
  expect(begun).toBeLessThanOrEqual(12)
})

test('fillCopy() does not try again where there is no room', async () => {
  let tries = 0
  const load = async () => {
    tries++
    throw new DOMException('Full', 'QuotaExceededError')
  }
  const filling = fillCopy({ files: files.slice(0, 1), isStored: () => false, load, tell: () => {} })
  await expect(filling).rejects.toThrow('Full')
  expect(tries).toBe(1)
})
