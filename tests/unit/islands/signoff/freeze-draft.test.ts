import { describe, expect, test } from 'vitest'
import {
  beginFreeze,
  type FreezeDraft,
  findFreezeProblems,
  readRequirements,
} from '../../../../src/islands/signoff/freeze-draft.ts'
import { demoRollout } from '../../../fixtures/checklist.ts'

const now = new Date('2026-11-21T12:00:00Z')

const draft: FreezeDraft = {
  roles: [{ role: 'sre', count: '1' }],
  affirmation: 'I agree.',
  expiresAt: '2026-12-05T12:00',
  isNoGo: false,
}

const problemsOf = (part: Partial<FreezeDraft>, result: 'PASSED' | 'FAILED' = 'PASSED') =>
  Object.keys(findFreezeProblems({ ...draft, ...part }, { result, now }))

describe('beginFreeze()', () => {
  test('asks for the roles of the people of the rollout, each with their number', () => {
    const people = [
      { name: 'Alice', role: 'sre' },
      { name: 'Bob', role: ' security ' },
      { name: 'Carol', role: 'sre' },
      { name: 'Dave', role: '' },
    ]
    expect(readRequirements(beginFreeze({ ...demoRollout, people }, now))).toEqual([
      { role: 'sre', count: 2 },
      { role: 'security', count: 1 },
    ])
  })

  test('is valid for fourteen days, and has no problem', () => {
    const begun = beginFreeze(demoRollout, now)
    expect((new Date(begun.expiresAt).getTime() - now.getTime()) / 86_400_000).toBeCloseTo(14, 0)
    expect(findFreezeProblems(begun, { result: 'PASSED', now })).toEqual({})
  })
})

describe('findFreezeProblems()', () => {
  test.each<[string, Partial<FreezeDraft>, string]>([
    ['a role without a name', { roles: [{ role: ' ', count: '1' }] }, 'roles.0.role'],
    ['a role that cannot be seen', { roles: [{ role: 's\u200bre', count: '1' }] }, 'roles.0.role'],
    [
      'a role twice',
      {
        roles: [
          { role: 'sre', count: '1' },
          { role: 'sre ', count: '1' },
        ],
      },
      'roles.1.role',
    ],
    ['nobody for a role', { roles: [{ role: 'sre', count: '0' }] }, 'roles.0.count'],
    ['a fraction of a person', { roles: [{ role: 'sre', count: '1.5' }] }, 'roles.0.count'],
    ['a crowd for a role', { roles: [{ role: 'sre', count: '21' }] }, 'roles.0.count'],
    ['a sentence that says nothing', { affirmation: ' — ' }, 'affirmation'],
    ['an end that has passed', { expiresAt: '2026-11-20T12:00' }, 'expiresAt'],
    ['no end', { expiresAt: '' }, 'expiresAt'],
    ['an end in a year of five digits', { expiresAt: '12026-11-20T12:00' }, 'expiresAt'],
  ])('finds %s', (_, part, field) => {
    expect(problemsOf(part)).toEqual([field])
  })

  test('takes a must that is open only as a no-go report that says so', () => {
    expect(problemsOf({}, 'FAILED')).toEqual(['affirmation', 'isNoGo'])
    expect(problemsOf({ isNoGo: true, affirmation: 'No-go: not as it is.' }, 'FAILED')).toEqual([])
  })
})
