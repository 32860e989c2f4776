import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { encodeRecord, type ItemRecord, itemGuard, parseRecord, rolloutGuard } from '../../../src/core/index.ts'
import { encodeRolloutFile, parseGoliveFile } from '../../../src/core/rollout-file.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'
import { anyContents } from '../../fixtures/rollout-contents.ts'
import { faultsOfFile, type Path, setAt, validFile } from '../../fixtures/rollout-file.ts'

const prototypeNames = Object.getOwnPropertyNames(Object.prototype)

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames)
})

/** Paths of all members of a value, its own path included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([name, member]) =>
      pathsOf(member, [...path, Array.isArray(value) ? Number(name) : name]),
    ),
  ]
}

/** Asserts that a text is refused with reasons, or read as records that storage takes. */
function expectRefusedOrSound(text: string): void {
  const parsed = parseGoliveFile(text)
  if (parsed.kind === 'refused') {
    expect(parsed.faults).not.toEqual([])
    expect(parsed.faults.every(({ message }) => message !== '')).toBe(true)
    return
  }
  for (const { rollout, items } of parsed.rollouts) {
    expect(parseRecord(encodeRecord(rollout), rolloutGuard).kind).toBe('record')
    for (const record of Object.values(items)) {
      expect(parseRecord(encodeRecord(record as ItemRecord), itemGuard).kind).toBe('record')
    }
  }
}

describe('parseGoliveFile() never throws and leaves Object.prototype alone', () => {
  test('on any text', () => {
    const anyText = fc.oneof(fc.string(), anyUtf16, fc.json())
    fc.assert(fc.property(anyText, expectRefusedOrSound))
  }, 60_000)

  test('on any JSON that says it is a file of Golive', () => {
    const anyFile = fc.record(
      {
        format: fc.oneof(fc.constantFrom(0, 1, 2, '1', null), fc.jsonValue()),
        kind: fc.constantFrom('golive-rollout', 'golive-storage'),
        rollout: fc.jsonValue(),
        items: fc.jsonValue(),
        wordings: fc.jsonValue(),
        savedAt: fc.jsonValue(),
        entries: fc.jsonValue(),
      },
      { requiredKeys: ['kind'] },
    )
    fc.assert(fc.property(anyFile, (file) => expectRefusedOrSound(JSON.stringify(file))))
  }, 60_000)

  test('on a valid file of which any member is any other value', () => {
    const anyPath = fc.constantFrom(...pathsOf(validFile))
    const anyMember = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(null, -1, 1e300, '', '2026-02-30T00:00:00.000Z', { value: null, at: '' }, [[]]),
    )
    fc.assert(
      fc.property(anyPath, anyMember, (path, member) =>
        expectRefusedOrSound(JSON.stringify(setAt(validFile, path, member))),
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  test('on a valid file of which any piece is cut out or doubled', () => {
    const anyPiece = fc.tuple(fc.nat(5_000), fc.integer({ min: 1, max: 40 }), fc.boolean())
    fc.assert(
      fc.property(anyContents, anyPiece, (contents, [start, length, isDoubled]) => {
        const text = encodeRolloutFile(contents)
        const from = start % text.length
        const to = isDoubled ? from : from + length
        expectRefusedOrSound(text.slice(0, from + (isDoubled ? length : 0)) + text.slice(to))
      }),
    )
  }, 60_000)
})

describe('members that reach for prototypes', () => {
  const hostile = '{"polluted":true,"value":"x","at":"2026-11-01T08:00:00.000Z"}'

  test.each([
    ['of the file', `{"format":1,"kind":"golive-rollout","__proto__":${hostile}}`, '__proto__'],
    ['of the items', `{"format":1,"kind":"golive-rollout","items":{"__proto__":${hostile}}}`, 'items.__proto__'],
    ['of an item', `{"format":1,"kind":"golive-rollout","items":{"a":{"__proto__":${hostile}}}}`, 'items.a.__proto__'],
    ['in escapes', `{"format":1,"kind":"golive-rollout","\\u005f_proto__":${hostile}}`, '__proto__'],
    ['as constructor', `{"kind":"golive-rollout","rollout":{"constructor":${hostile}}}`, 'rollout.constructor'],
    ['of a backup', `{"kind":"golive-storage","entries":{"__proto__":"x"}}`, 'entries.__proto__'],
  ])('%s are refused', (_, text, path) => {
    expect(faultsOfFile(text)).toEqual([`${path}: is a name that no member may have`])
    expect({}).not.toHaveProperty('polluted')
  })

  test('in the text of a backup stay what they are', () => {
    const entries = {
      'golive:item:a:x': `{"format":2,"__proto__":${hostile}}`,
      'golive:rollout:__proto__': `{"format":2,"name":${hostile}}`,
      'golive:item:__proto__:__proto__': `{"format":2,"note":${hostile}}`,
    }
    const file = { format: 1, kind: 'golive-storage', savedAt: '2026-11-01T08:00:00.000Z', entries }
    expect(() => parseGoliveFile(JSON.stringify(file))).not.toThrow()
    expect({}).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('note')
  })
})

test.each([
  ['twice', '{"format":1,"kind":"golive-rollout","kind":"golive-storage"}', 'kind: stands here twice'],
  ['as half a character', '{"format":1,"kind":"golive-rollout","x":"\\ud800"}', 'x: holds half a character'],
])('a member that stands there %s is refused before anything else', (_, text, fault) => {
  expect(faultsOfFile(text)).toEqual([fault])
})

test('a file of lists in lists is refused at once', () => {
  expect(faultsOfFile('['.repeat(100_000) + ']'.repeat(100_000))).toEqual([': nests deeper than 64 levels'])
})

test('a file larger than storage is refused without being read', () => {
  expect(faultsOfFile(' '.repeat(16_000_001))).toEqual([': has 16 MB, and at most 16 MB are read'])
})

test('an empty file is refused', () => {
  expect(faultsOfFile('')).toEqual([': is empty'])
})
