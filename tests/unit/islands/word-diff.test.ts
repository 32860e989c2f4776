import { expect, test } from 'vitest'
import { diffWordings } from '../../../src/islands/item/word-diff.ts'

test('diffWordings() tells the words that came and went', () => {
  expect(diffWordings('Back up the seed daily', 'Back up the seed hourly, and test it')).toEqual([
    { kind: 'same', text: 'Back up the seed ' },
    { kind: 'gone', text: 'daily' },
    { kind: 'new', text: 'hourly, and test it' },
  ])
})

test('diffWordings() gives back both wordings', () => {
  const [earlier, later] = ['Pin images\nmust\nby tag', 'Pin all images\nshould\nby digest']
  const runs = diffWordings(earlier, later)
  const join = (left: string) => runs.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('')
  expect([join('new'), join('gone')]).toEqual([earlier, later])
})
