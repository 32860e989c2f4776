import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { mergeProgress, type Progress } from '../../../src/core/index.ts'
import { anyMergedRecord } from '../../fixtures/arbitraries.ts'
import { early, noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('mergeProgress()', () => {
  const anyProgress: fc.Arbitrary<Progress> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyMergedRecord, {
    maxKeys: 3,
    noNullPrototype: true,
  })

  test('merges each item by itself and keeps those that one side alone has', () => {
    const ours = { a: itemRecord({ note: stamped('x') }), b: itemRecord({ note: stamped('x', noon) }) }
    const theirs = { b: itemRecord({ note: stamped('y', early) }), c: itemRecord({ note: stamped('z') }) }
    expect(mergeProgress(ours, theirs)).toEqual({
      a: ours.a,
      b: itemRecord({ note: stamped('x', noon, stamped('y', early)) }),
      c: theirs.c,
    })
  })

  test('takes an item without a record for one that is not there', () => {
    const record = itemRecord({ note: stamped('x') })
    expect(mergeProgress({ a: undefined, b: record }, { a: record, b: undefined })).toEqual({ a: record, b: record })
  })

  test('gives the same whichever side comes first', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (ours, theirs) => {
        expect(JSON.parse(JSON.stringify(mergeProgress(ours, theirs)))).toEqual(
          JSON.parse(JSON.stringify(mergeProgress(theirs, ours))),
        )
      }),
    )
  })

  test.each(['constructor', '__proto__'])('merges an item named %s like any other', (id) => {
    const read = (note: string, at: string): Progress =>
      JSON.parse(`{"${id}":{"format":2,"note":{"value":"${note}","at":"${at}"}}}`)
    const merged = mergeProgress(read('old', early), read('new', noon))
    expect(JSON.stringify(merged)).toContain('"new"')
    expect(Object.keys(merged)).toEqual([id])
    expect({}).not.toHaveProperty('note')
  })
})
