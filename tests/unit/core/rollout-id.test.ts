import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRolloutId, maxRolloutIdLength, proposeRolloutId } from '../../../src/core/index.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'

describe('isRolloutId()', () => {
  test.each(['a', '1', 'demo-first', 'payments-2.4.0', '2.4', 'a.b-c.d', 'a'.repeat(60)])('takes "%s"', (id) => {
    expect(isRolloutId(id)).toBe(true)
  })

  test.each([
    '',
    ' ',
    'Payments',
    'pay ments',
    'pay_ments',
    'pay:ments',
    'pay/ments',
    '-a',
    'a-',
    '.a',
    'a.',
    'a--b',
    'a..b',
    'a.-b',
    '..',
    'größe',
    'a\n',
    '__proto__',
    'a'.repeat(61),
  ])('refuses %j', (id) => {
    expect(isRolloutId(id)).toBe(false)
  })
})

describe('proposeRolloutId()', () => {
  test.each([
    ['Payments 2.4.0', 'payments-2.4.0'],
    ['  Autumn  release  ', 'autumn-release'],
    ['v1.0.0-rc.1', 'v1.0.0-rc.1'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['...1..2...', '1.2'],
    ['2.4. - .5', '2.4-5'],
    ['ｆｕｌｌ ｗｉｄｔｈ', 'full-width'],
    ['日本', 'demo-rollout'],
    ['', 'demo-rollout'],
    ['-.-', 'demo-rollout'],
    ['x'.repeat(200), 'x'.repeat(55)],
    [`${'x'.repeat(54)}-${'y'.repeat(20)}`, 'x'.repeat(54)],
  ])('makes of %j the id "%s"', (name, id) => {
    expect(proposeRolloutId(name, 'demo', [])).toBe(id)
  })

  test('puts the first free number behind an id that is taken', () => {
    expect(proposeRolloutId('Autumn', 'demo', ['autumn'])).toBe('autumn-2')
    expect(proposeRolloutId('Autumn', 'demo', ['autumn', 'autumn-2', 'autumn-4'])).toBe('autumn-3')
    expect(proposeRolloutId('', 'demo', ['demo-rollout'])).toBe('demo-rollout-2')
  })

  test('keeps room for the number behind the longest id', () => {
    const taken = ['x'.repeat(55), ...Array.from({ length: 998 }, (_, index) => `${'x'.repeat(55)}-${index + 2}`)]
    const id = proposeRolloutId('x'.repeat(200), 'demo', taken)
    expect(id).toBe(`${'x'.repeat(55)}-1000`)
    expect(id.length).toBeLessThanOrEqual(maxRolloutIdLength)
  })

  test('is always a valid id that is not taken', () => {
    const anyName = fc.oneof(
      fc.string(),
      anyUtf16,
      fc.string({ unit: fc.constantFrom(...'aZ09.- _ßéﬁ①'), maxLength: 100 }),
    )
    const anyPlatform = fc.stringMatching(/^[a-z]{1,10}(-[a-z0-9]{1,10}){0,2}$/)
    fc.assert(
      fc.property(anyName, anyPlatform, fc.nat(5), (name, platform, rounds) => {
        const taken: string[] = []
        for (let round = 0; round <= rounds; round++) {
          const id = proposeRolloutId(name, platform, taken)
          expect(id).toSatisfy(isRolloutId)
          expect(taken).not.toContain(id)
          taken.push(id)
        }
      }),
    )
  })
})
