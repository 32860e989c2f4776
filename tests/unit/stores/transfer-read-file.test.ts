import { expect, test, vi } from 'vitest'
import { formatMegabytes, maxFileBytes, readFileText } from '../../../src/islands/transfer/read-file.ts'

const file = (bytes: number[], size = bytes.length) => ({
  name: 'shop.golive.json',
  size,
  arrayBuffer: async () => new Uint8Array(bytes).buffer,
})

test('readFileText() reads UTF-8, and drops a byte order mark', async () => {
  const bytes = [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('{"é": "日"}')]
  expect(await readFileText(file(bytes))).toEqual({ kind: 'text', text: '{"é": "日"}' })
})

test('readFileText() reads a file of the largest size', async () => {
  expect(await readFileText(file([123], maxFileBytes))).toMatchObject({ kind: 'text' })
})

test('readFileText() does not touch a file that is too large', async () => {
  const large = { ...file([], maxFileBytes + 1), arrayBuffer: vi.fn() }
  const refused = { path: '', message: expect.stringContaining('has 16.1 MB, and at most 16 MB are read') }
  expect(await readFileText(large)).toEqual({ kind: 'refused', faults: [refused] })
  expect(large.arrayBuffer).not.toHaveBeenCalled()
})

test.each([
  ['a byte that UTF-8 has not', [0x7b, 0xff], 'is not text in UTF-8'],
  ['a character that is cut off', [0x22, 0xc3], 'is not text in UTF-8'],
  ['UTF-16', [0xff, 0xfe, 0x7b, 0x00], 'is text in UTF-16'],
])('readFileText() refuses %s', async (_, bytes, message) => {
  const refused = { path: '', message: expect.stringContaining(message) }
  expect(await readFileText(file(bytes))).toEqual({ kind: 'refused', faults: [refused] })
})

test('readFileText() says so when a file is gone, or is a folder', async () => {
  const gone = { ...file([]), arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }
  expect(await readFileText(gone)).toMatchObject({ kind: 'refused', faults: [{ path: '' }] })
})

test.each([
  [0, '0'],
  [1, '0.1'],
  [16_000_000, '16'],
  [16_000_001, '16.1'],
  [1_234_567_890, '1,234.6'],
])('formatMegabytes() of %d is %s', (size, expected) => {
  expect(formatMegabytes(size)).toBe(expected)
})
