import { describe, expect, test } from 'vitest'
import { type ItemRecord, type ItemState, judgeItem, type Progress } from '../../../../src/core/index.ts'
import {
  addProof,
  type CheckOutcome,
  type CheckResults,
  isPreselected,
  type ProofProposal,
  proposeOutput,
  proposeResults,
} from '../../../../src/core/proof/index.ts'
import { demoChecklist, digestOf, doneState, progressOf } from '../../../fixtures/checklist.ts'
import { itemRecord } from '../../../fixtures/stamps.ts'

const now = new Date('2026-11-21T18:00:00.000Z')
const verify = {
  run: 'demo get <name>',
  expect: 'It says ready.',
  judge: { pass: [{ has: 'ready' }], leaves: 'The rest' },
}
const checklist = {
  ...demoChecklist,
  sections: demoChecklist.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.id === 'a-must' ? { ...item, verify, formerly: ['old-must'] } : { ...item, when: ['ha'] },
    ),
  })),
}
const contextOf = (progress: Progress = {}, traits?: string[]) => ({
  ...{ checklist, progress, now },
  rollout: { id: 'demo-1', plannedLaunch: '', ...(traits && { traits }) },
})

function onlyProposal(proposals: readonly (ProofProposal | undefined)[]): ProofProposal {
  const [proposal] = proposals
  if (!proposal || proposals.length > 1) throw new Error('There is one proposal')
  return proposal
}

describe('proposeOutput()', () => {
  test('judges what was pasted and makes evidence of it', () => {
    expect(proposeOutput('a-must', '$ demo get mine\nall is ready\n', contextOf())).toMatchObject({
      source: 'output',
      verdict: 'pass',
      why: 'It says "ready"',
      leaves: 'The rest',
      standing: 'open',
      name: 'evidence/output-20261121T180000000Z',
      evidence: {
        kind: 'text',
        collectedAt: '2026-11-21T18:00:00.000Z',
        text: 'Pasted output, judged by its rule: pass\nIt says "ready"\n\nall is ready',
      },
    })
  })

  test('shortens where there is no rule', () => {
    const proposal = proposeOutput('a-should', 'as it was', contextOf())
    expect(proposal).toMatchObject({ verdict: 'unclear', evidence: { text: expect.stringMatching(/\n\nas it was$/) } })
  })

  test('follows an id that the item had, and makes nothing of an unknown one', () => {
    expect(proposeOutput('old-must', 'ready', contextOf())?.item.id).toBe('a-must')
    expect(proposeOutput('ghost', 'ready', contextOf())).toBeUndefined()
  })
})

describe('standing of a proposal', () => {
  const answers: [ItemState, string][] = [
    [{ kind: 'open' }, 'open'],
    [{ kind: 'started' }, 'open'],
    [{ kind: 'blocked', reason: 'x' }, 'answered'],
    [doneState('a-must'), 'answered'],
    [{ kind: 'not-applicable', reason: 'x' }, 'answered'],
    [{ kind: 'risk-accepted', reason: 'x', acceptedBy: 'Ada', expiresAt: '2027-01-01T00:00:00.000Z' }, 'answered'],
  ]
  test.each(answers)('after %o is %s', (state, standing) => {
    expect(proposeOutput('a-must', 'ready', contextOf(progressOf({ 'a-must': state })))?.standing).toBe(standing)
    expect(proposeOutput('a-must', 'ready', contextOf(progressOf({ 'old-must': state })))?.standing).toBe(standing)
  })

  test('of an item that does not apply is "excluded"', () => {
    expect(proposeOutput('a-should', 'ready', contextOf({}, []))?.standing).toBe('excluded')
  })
})

test.each([
  ['pass', 'open', true],
  ['fail', 'open', false],
  ['unclear', 'open', false],
  ['pass', 'answered', false],
  ['pass', 'excluded', false],
  ['pass', 'known', false],
] as const)('isPreselected() of a %s for an item that is %s: %s', (verdict, standing, expected) => {
  expect(isPreselected({ verdict, standing })).toBe(expected)
})

describe('addProof()', () => {
  test('adds the evidence and leaves the answer of a person as it is', () => {
    const progress = progressOf({
      'a-must': { kind: 'risk-accepted', reason: 'x', acceptedBy: 'Ada', expiresAt: '2027-01-01T00:00:00.000Z' },
    })
    const proposal = onlyProposal([proposeOutput('a-must', 'ready', contextOf(progress))])
    const record = addProof(progress['a-must'], proposal, now, 'Bob')
    const { [proposal.name]: added, ...others } = record
    expect(others).toEqual(progress['a-must'])
    expect(added).toEqual({ value: proposal.evidence, at: now.toISOString(), by: 'Bob' })
  })

  test('makes no answer fresh by a check that failed', () => {
    const answered = itemRecord({ state: { value: doneState('a-must'), at: '2026-01-10T08:00:00.000Z' } })
    const terms = { validForDays: 90 }
    const judge = (record: ItemRecord) => judgeItem(record, terms, { plannedLaunch: '' }, now).kind
    const failed = onlyProposal([proposeOutput('a-must', 'all is lost', contextOf())])
    const passed = onlyProposal([proposeOutput('a-must', 'all is ready', contextOf())])
    expect([failed.evidence.verdict, passed.evidence.verdict]).toEqual(['fail', undefined])
    expect(judge(answered)).toBe('to-confirm')
    expect(judge(addProof(answered, failed, now))).toBe('to-confirm')
    expect(judge(addProof(answered, passed, now))).toBe('done')
  })

  test('adds the same proof once', () => {
    const proposal = onlyProposal([proposeOutput('a-must', 'ready', contextOf())])
    const record = addProof(undefined, proposal, now)
    expect(addProof(record, proposal, new Date('2026-11-22T00:00:00Z'))).toBe(record)
    expect(proposeOutput('a-must', 'ready', contextOf({ 'a-must': record }))?.standing).toBe('known')
  })
})

const ran = (
  output: string,
  others: Partial<Extract<CheckOutcome, { kind: 'ran' | 'timeout' }>> = {},
): CheckOutcome => ({
  kind: 'ran',
  began: '2026-11-21T17:00:00Z',
  ended: '2026-11-21T17:00:05Z',
  exitCode: 0,
  output,
  isCut: false,
  ...others,
})

const resultsOf = (outcome: CheckOutcome, itemId = 'a-must', others: Partial<CheckResults> = {}): CheckResults => ({
  ...{ rolloutId: 'demo-1', platform: 'demo', checklistSha256: 'c'.repeat(64), startedAt: '2026-11-21T17:00:00Z' },
  isInterrupted: false,
  checks: [{ itemId, itemDigest: digestOf('a-must').slice(0, 16), values: [['GOLIVE_NAME', 'mine']], outcome }],
  ...others,
})

describe('proposeResults()', () => {
  test('proposes evidence of when the command ended, with what was filled in', () => {
    const { proposals, warnings } = proposeResults(resultsOf(ran('all is ready')), contextOf())
    expect([onlyProposal(proposals), warnings]).toMatchObject([
      {
        source: 'script',
        verdict: 'pass',
        name: 'evidence/script-20261121T170005000Z',
        evidence: {
          collectedAt: '2026-11-21T17:00:05.000Z',
          text: 'Script of 2026-11-21T17:00:00Z, exit code 0, judged by its rule: pass\nGOLIVE_NAME=mine\nIt says "ready"\n\nall is ready',
        },
      },
      [],
    ])
  })

  test.each<[string, CheckOutcome, string]>([
    [
      'a command that took too long',
      ran('ready', { kind: 'timeout', exitCode: 124 }),
      'The command took too long and was ended',
    ],
    ['output that was cut', ran('ready', { isCut: true }), 'The output was longer than the script keeps'],
    ['a command that is not there', ran('ready', { exitCode: 127 }), 'A command could not be started'],
    ['an error', ran('ready\nerror: no'), 'A command could not answer'],
    [
      'a command that was killed',
      ran(' \n', { exitCode: 137 }),
      'The command failed with code 137 and printed nothing',
    ],
  ])('leaves %s to a person', (_, outcome, why) => {
    const proposal = onlyProposal(proposeResults(resultsOf(outcome), contextOf()).proposals)
    expect(proposal).toMatchObject({ verdict: 'unclear', why, evidence: { text: expect.stringContaining('unclear') } })
  })

  test('leaves a check to a person whose item has changed since', () => {
    const results = resultsOf(ran('ready'))
    const [check] = results.checks
    const changed = { ...results, checks: check ? [{ ...check, itemDigest: 'f'.repeat(16) }] : [] }
    expect(onlyProposal(proposeResults(changed, contextOf()).proposals)).toMatchObject({
      verdict: 'unclear',
      why: 'The item has changed since the script was written',
    })
  })

  test('never takes evidence for newer than now', () => {
    const results = resultsOf(ran('ready', { ended: '2099-01-01T00:00:00Z' }))
    expect(onlyProposal(proposeResults(results, contextOf()).proposals).evidence.collectedAt).toBe(now.toISOString())
  })

  test('tells what was skipped, what is unknown, and whose results these are', () => {
    const skipped = resultsOf({ kind: 'skipped', reason: 'there is no demo here' }, 'a-must', { isInterrupted: true })
    expect(proposeResults(skipped, contextOf())).toMatchObject({
      proposals: [],
      skipped: [{ itemId: 'a-must', reason: 'there is no demo here' }],
      warnings: ['The script was interrupted: what came later is missing'],
    })
    const foreign = resultsOf(ran('ready'), 'ghost', { rolloutId: 'other', platform: 'azimuth' })
    expect(proposeResults(foreign, contextOf())).toMatchObject({
      proposals: [],
      unknown: ['ghost'],
      warnings: ['They are of the platform "azimuth"', 'They are of the rollout "other"'],
    })
  })
})
