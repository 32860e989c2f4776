import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignRoles, raiseRequirements } from '../../../../src/core/signoff/index.ts'

const person = (id: string, ...roles: string[]) => ({ id, roles })
const need = (role: string, count = 1) => ({ role, count })

describe('assignRoles()', () => {
  test('spends nobody on a place that another could fill', () => {
    const { filled, missing } = assignRoles(
      [person('dave', 'sre', 'security'), person('alice', 'sre')],
      [need('sre'), need('security')],
    )
    expect(filled).toEqual([
      { role: 'sre', person: 'alice' },
      { role: 'security', person: 'dave' },
    ])
    expect(missing).toEqual([])
  })

  test('counts one person once, however many roles they hold and however often they come', () => {
    const dave = person('dave', 'sre', 'security')
    expect(assignRoles([dave, dave], [need('sre'), need('security')]).missing).toEqual([need('security')])
    expect(assignRoles([dave], [need('sre', 2)]).missing).toEqual([need('sre')])
  })

  test('tells what is missing of a count that nobody could meet', () => {
    expect(assignRoles([person('alice', 'sre')], [need('sre', 2 ** 52)]).missing).toEqual([need('sre', 2 ** 52 - 1)])
  })

  test('fills as many places as trying every way does', () => {
    const roles = ['a', 'b', 'c']
    const anyPerson = fc.subarray(roles)
    const anyNeed = fc.record({ role: fc.constantFrom(...roles), count: fc.integer({ min: 1, max: 3 }) })
    fc.assert(
      fc.property(
        fc.array(anyPerson, { maxLength: 6 }),
        fc.uniqueArray(anyNeed, { selector: ({ role }) => role, maxLength: 3 }),
        (people, needs) => {
          const holders = people.map((held, index) => person(`p${index}`, ...held))
          const { filled } = assignRoles(holders, needs)
          expect(filled).toHaveLength(
            fillMost(
              people,
              needs.flatMap(({ role, count }) => Array(count).fill(role)),
            ),
          )
          expect(new Set(filled.map((place) => place.person)).size).toBe(filled.length)
          for (const place of filled) expect(holders.find(({ id }) => id === place.person)?.roles).toContain(place.role)
        },
      ),
    )
  })
})

test('raiseRequirements() keeps the highest count of each role', () => {
  expect(raiseRequirements([need('sre', 2)], [need('sre'), need('security')], [])).toEqual([
    need('sre', 2),
    need('security'),
  ])
})

/** The most places that can be filled, by trying every person for every place. */
function fillMost([first, ...others]: readonly string[][], places: readonly string[]): number {
  if (!first) return 0
  const counts = places.map((role, index) =>
    first.includes(role)
      ? 1 +
        fillMost(
          others,
          places.filter((_, other) => other !== index),
        )
      : 0,
  )
  return Math.max(fillMost(others, places), ...counts)
}
