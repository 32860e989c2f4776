import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '../../../src/browser/copy-text.ts'

afterEach(() => vi.unstubAllGlobals())

const shown = {} as Node

/** A browser with this clipboard; tells what it selected. */
function stubBrowser(clipboard: { writeText: (text: string) => Promise<void> } | undefined): Node[] {
  const selected: Node[] = []
  vi.stubGlobal('navigator', { clipboard })
  vi.stubGlobal('getSelection', () => ({ selectAllChildren: (node: Node) => selected.push(node) }))
  return selected
}

test('copyText() copies, and selects nothing', async () => {
  const copied: string[] = []
  const selected = stubBrowser({ writeText: async (text) => void copied.push(text) })
  expect(await copyText('a command', shown)).toBe(true)
  expect(copied).toEqual(['a command'])
  expect(selected).toEqual([])
})

test.each([
  ['refuses', { writeText: () => Promise.reject(new Error('not allowed')) }],
  ['has no clipboard, as over plain http', undefined],
])('copyText() selects what shows the text where a browser %s', async (_, clipboard) => {
  const selected = stubBrowser(clipboard)
  expect(await copyText('a command', shown)).toBe(false)
  expect(selected).toEqual([shown])
})
