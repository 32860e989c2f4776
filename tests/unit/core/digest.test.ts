import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDigest } from '../../../src/core/index.ts'

const sha1 = 'ab'.repeat(20)
const sha256 = 'cd'.repeat(32)

test.each([
  ['nothing', '', ''],
  ['white space', ' \n', ''],
  ['64 bare digits', sha256, `sha256:${sha256}`],
  ['40 bare digits', sha1, `gitCommit:${sha1}`],
  ['sha256 with its name', `sha256:${sha256}`, `sha256:${sha256}`],
  ['a commit with its name', `gitCommit:${sha1}`, `gitCommit:${sha1}`],
  ['a commit of a SHA-256 repository', `gitCommit:${sha256}`, `gitCommit:${sha256}`],
  ['capitals', `SHA256:${sha256.toUpperCase()}`, `sha256:${sha256}`],
  ['white space around', `  ${sha256}\n`, `sha256:${sha256}`],
])('parseDigest() reads %s', (_, text, digest) => {
  expect(parseDigest(text)).toBe(digest)
})

test.each([
  ['63 digits', sha256.slice(1)],
  ['65 digits', `${sha256}0`],
  ['a short commit', 'ab12cd3'],
  ['sha256 with 40 digits', `sha256:${sha1}`],
  ['another algorithm', `sha512:${sha256}`],
  ['no algorithm before the colon', `:${sha256}`],
  ['letters beyond f', 'g'.repeat(64)],
  ['white space inside', `${sha1} ${sha1.slice(17)}`],
  ['words', 'latest'],
])('parseDigest() refuses %s', (_, text) => {
  expect(parseDigest(text)).toBeUndefined()
})

test('parseDigest() leaves what it gave as it is', () => {
  const anyHex = fc
    .integer({ min: 38, max: 66 })
    .chain((length) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: length, maxLength: length }),
    )
  fc.assert(
    fc.property(fc.constantFrom('', 'sha256:', 'gitCommit:'), anyHex, (algorithm, hex) => {
      const digest = parseDigest(algorithm + hex)
      if (digest !== undefined) expect(parseDigest(digest)).toBe(digest)
      expect(digest !== undefined).toBe(hex.length === 64 || (hex.length === 40 && algorithm !== 'sha256:'))
    }),
  )
})
