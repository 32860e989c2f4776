import { describe, expect, test } from 'vitest'
import { formatAnswer, parseAnswer } from '../../../src/core/answer.ts'
import { type ItemRecord, recordFormat } from '../../../src/core/index.ts'
import type { Decision } from '../../../src/core/schema.ts'
import { encodeDecisionTable } from '../../../src/islands/decisions/markdown-table.ts'
import {
  countDecisions,
  describeCounts,
  isGap,
  judgeDecision,
  type Standing,
} from '../../../src/islands/decisions/standing.ts'

const decision: Decision = { key: 'nodes', question: 'How many nodes?', type: 'integer', min: 3, unit: 'nodes' }
const at = '2026-11-20T10:00:00.000Z'
const record = (value: number | string | null): ItemRecord => ({
  format: recordFormat,
  answer: { value, at, by: 'Ada' },
})
const reader = { formatAnswer, parseAnswer }
const open = { kind: 'open' } as const

describe('judgeDecision()', () => {
  test('shows an answer with its unit, who gave it and when', () => {
    expect(judgeDecision(decision, record(5), open, reader)).toEqual({
      kind: 'answered',
      text: '5 nodes',
      at,
      by: 'Ada',
    })
  })

  test.each([
    ['nothing stored', undefined],
    ['an answer that was taken back', record(null)],
  ])('%s is a gap', (_name, stored) => {
    const standing = judgeDecision(decision, stored, open, reader)
    expect(standing).toEqual({ kind: 'missing' })
    expect(isGap(standing)).toBe(true)
  })

  test('a gap says what the item is, where that is more than open', () => {
    const risk = { kind: 'risk-accepted', reason: 'one site until spring' } as const
    expect(judgeDecision(decision, undefined, risk)).toEqual({
      kind: 'missing',
      state: 'risk accepted: one site until spring',
    })
  })

  test('what the question of now does not take is a gap, with the reason and the answer', () => {
    const standing = judgeDecision(decision, record('many'), open, reader)
    expect(standing).toMatchObject({
      kind: 'unfit',
      text: 'many nodes',
      reasons: [expect.stringContaining('no whole number')],
    })
    expect(isGap(standing)).toBe(true)
  })

  test('zero and no are answers', () => {
    const yesNo: Decision = { key: 'tls', question: 'TLS?', type: 'boolean' }
    const stored: ItemRecord = { format: recordFormat, answer: { value: false, at } }
    expect(judgeDecision(yesNo, stored, open, reader)).toEqual({ kind: 'answered', text: 'no', at })
  })

  test('an item that does not apply is no gap; what was recorded stays in sight', () => {
    const excused = { kind: 'not-applicable', reason: 'Only for rollouts with: aws' } as const
    const standing = judgeDecision(decision, record(5), excused, reader)
    expect(standing).toEqual({ kind: 'excused', reason: 'Only for rollouts with: aws', text: '5 nodes' })
    expect(isGap(standing)).toBe(false)
  })

  test.each([
    ['from another rollout', 'copied', 'Copied from spring'],
    ['to other words', 'reworded', 'Changed since you answered'],
  ] as const)('an answer %s says so', (_name, kind, reason) => {
    const status = { kind: 'to-confirm', reason, doubts: [kind] } as const
    expect(judgeDecision(decision, record(5), status, reader)).toMatchObject({ kind: 'answered', doubt: reason })
  })

  test.each(['unlinked', 'stale'] as const)('evidence that is %s casts no doubt on an answer', (kind) => {
    const status = { kind: 'to-confirm', reason: 'Evidence', doubts: [kind] } as const
    expect(judgeDecision(decision, record(5), status, reader)).not.toHaveProperty('doubt')
  })
})

const standings: Standing[] = [
  { kind: 'answered', text: '5 nodes', at },
  { kind: 'missing' },
  { kind: 'unfit', text: 'many', at, reasons: ['No number.'] },
  { kind: 'excused', reason: 'no AWS' },
]

describe('countDecisions()', () => {
  test('leaves what is not asked out of the sum, and counts gaps of a must apart', () => {
    const counts = countDecisions(
      standings.map((standing, index) => ({ standing, level: index === 1 ? 'must' : 'should' })),
    )
    expect(counts).toEqual({ applicable: 3, answered: 1, gaps: 2, mustGaps: 1, excused: 1 })
    expect(describeCounts(counts)).toBe('1 of 3 answered, 2 gaps (1 must), 1 not asked of this rollout')
    expect(describeCounts(countDecisions([]))).toBe('0 of 0 answered')
  })
})

describe('encodeDecisionTable()', () => {
  test('has a row for each decision, and what people typed stays text', () => {
    const rows = standings.map((standing) => ({
      section: 'Planes',
      question: 'How many | nodes?',
      title: 'Keep <b>three</b>',
      level: 'must' as const,
      standing,
    }))
    const lines = encodeDecisionTable(rows).trim().split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^\| Section\s+\| Question\s+\| Item\s+\| Level\s+\| Answer\s+\| By\s+\| Date/)
    expect(lines[2]).toContain('How many \\| nodes?')
    expect(lines[2]).toContain('\\<b>')
    expect(lines[2]).toMatch(/5 nodes\s+\| nobody named \| 2026-11-20 \|$/)
    expect(lines[3]).toContain('not answered')
    expect(lines[4]).toContain('many (does not fit the question: No number.)')
    expect(lines[5]).toContain('not asked: no AWS')
  })
})
