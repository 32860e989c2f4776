import { expect, test } from 'vitest'
import { isEvidence, isEvidenceName } from '../../../src/core/index.ts'
import {
  hostOf,
  nameEvidence,
  newEvidenceName,
  readFile,
  readPasted,
  sizeInWords,
} from '../../../src/islands/item/evidence-input.ts'

const now = new Date('2026-11-21T12:00:00.000Z')
const collectedAt = now.toISOString()

test.each([
  ['https://git.example/a?b#c', 'https://git.example/a?b#c'],
  ['  http://git.example\n', 'http://git.example/'],
])('readPasted() takes %j for a link', (text, url) => {
  expect(readPasted(text, now)).toEqual({ kind: 'evidence', evidence: { kind: 'link', url, collectedAt } })
})

test.each([
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['see https://git.example/', 'see https://git.example/'],
  ['https://a.example/\nhttps://b.example/', 'https://a.example/\nhttps://b.example/'],
  ['\n\n  NAME   READY\r\n  pod-1  1/1\n\n', '  NAME   READY\n  pod-1  1/1'],
  ['safe\u202e text\u0000', 'safe text'],
])('readPasted() takes %j for text', (pasted, text) => {
  expect(readPasted(pasted, now)).toEqual({ kind: 'evidence', evidence: { kind: 'text', text, collectedAt } })
})

test('readPasted() refuses nothing, and too much, with a reason', () => {
  expect(readPasted(' \n\t', now)).toEqual({ kind: 'refused', reason: 'Paste a link, or the output of the check.' })
  const text = readPasted('x'.repeat(10_001), now)
  expect(text.kind === 'refused' && text.reason).toContain('10,001 characters and 10,000 are kept. Shorten it')
  const link = readPasted(`https://a.example/${'x'.repeat(10_000)}`, now)
  expect(link.kind === 'refused' && link.reason).toContain('shorter address')
  expect(readPasted('x'.repeat(10_000), now).kind).toBe('evidence')
})

test('readFile() keeps name, size and digest', async () => {
  const read = await readFile(new File(['abc'], 'plan\u202e .txt'), now)
  expect(read).toEqual({
    kind: 'evidence',
    evidence: {
      kind: 'file',
      name: 'plan .txt',
      sizeBytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      collectedAt,
    },
  })
  expect(read.kind === 'evidence' && isEvidence(read.evidence)).toBe(true)
})

test('readFile() refuses what is too large before it is read', async () => {
  const file = Object.defineProperty(new File([], 'disk.img'), 'size', { value: 512_000_001 })
  const read = await readFile(file, now)
  expect(read.kind === 'refused' && read.reason).toContain('“disk.img” is not attached: it has 512 MB')
})

test('readFile() refuses what cannot be read, like a folder', async () => {
  const folder = Object.assign(new File([], 'folder'), {
    arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
  })
  const read = await readFile(folder, now)
  expect(read.kind === 'refused' && read.reason).toContain('cannot be read')
})

test('newEvidenceName() is a name of a field, and another one each time', () => {
  const names = Array.from({ length: 100 }, newEvidenceName)
  expect(names.every((name) => isEvidenceName(name) && /^evidence\/[0-9a-f]{8}$/.test(name))).toBe(true)
  expect(new Set(names).size).toBe(100)
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [12_345, '12.3 KB'],
  [512_000_000, '512 MB'],
  [7_250_000_000_000, '7.25 TB'],
])('sizeInWords(%i) is %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})

test('nameEvidence() is short, and hostOf() knows no host of a script', () => {
  expect(nameEvidence({ kind: 'link', url: 'https://git.example:8443/a/b', collectedAt })).toBe('link git.example:8443')
  expect(nameEvidence({ kind: 'text', text: ` a\n b ${'c'.repeat(90)}`, collectedAt })).toHaveLength(
    'text “”'.length + 60,
  )
  expect(hostOf('javascript:alert(1)')).toBeUndefined()
})
