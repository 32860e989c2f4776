import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countChanges, findNearest } from '../../../src/islands/search/nearest.ts'

test.each([
  ['kubernetes', 'kubernetes', 0],
  ['kuberntes', 'kubernetes', 1],
  ['vleero', 'velero', 1],
  ['promethues', 'prometheus', 1],
  ['etcd', 'etc', 1],
  ['abc', 'xyz', 3],
  ['', 'abc', 3],
])('countChanges() between %s and %s', (a, b, changes) => {
  expect(countChanges(a, b)).toBe(changes)
})

test('countChanges() is the same in both directions, and never more than the longer word has letters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(countChanges(a, b)).toBe(countChanges(b, a))
      expect(countChanges(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test('countChanges() gives up beyond what is wanted', () => {
  expect(countChanges('kubernetes', 'velero', 2)).toBeGreaterThan(2)
})

const words = ['backup', 'kubernetes', 'velero', 'kubelets', 'etcd', 'etch']

test('findNearest() gives the nearest first, and of equally near ones the commonest', () => {
  expect(findNearest('Kuberntes', words)).toEqual(['kubernetes'])
  expect(findNearest('etcg', words)).toEqual(['etcd', 'etch'])
  expect(findNearest('xyzzy', words)).toEqual([])
})
