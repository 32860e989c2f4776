import { describe, expect, test } from 'vitest'
import { buildReport, type Progress, recordFormat } from '../../../src/core/index.ts'
import type { RolloutContents } from '../../../src/core/rollout-file.ts'
import { maskContents, scanContents } from '../../../src/secrets/scan-contents.ts'
import { maskReport, scanReport } from '../../../src/secrets/scan-report.ts'
import { scanTexts } from '../../../src/secrets/scan-texts.ts'
import { demoChecklist, demoChecklistSha256, demoRollout } from '../../fixtures/checklist.ts'
import { noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const token = `ghp_${'aB3dE5gH7jK9'.repeat(3)}`
const progress: Progress = {
  'a-must': itemRecord({ note: stamped(`logged in with ${token}`, noon) }),
  'a-should': itemRecord({
    state: stamped({ kind: 'blocked', reason: 'https://bob:hunter22@git.example is down' }, noon),
  }),
}
const rollout = { ...demoRollout, rollbackCommand: `curl -H 'Authorization: Bearer ${token}' https://x.example` }
const report = buildReport(demoChecklist, demoChecklistSha256, rollout, progress, new Date(noon))

describe('scanReport()', () => {
  test('names the places, and shows the secrets shortened', async () => {
    const { findings } = await scanReport(report)
    expect(findings.map(({ place, kind }) => `${place}: ${kind}`)).toEqual([
      'Rollout, rollback command: bearer token',
      'Item a-must, note: GitHub token',
      'Item a-should, reason: password in an address',
    ])
    expect(JSON.stringify(findings)).not.toContain(token)
    expect(findings[1]?.excerpt).toBe('logged in with ghp_…')
  })

  test('shows nothing of a secret beside another one', async () => {
    const note = `${token} and https://bob:hunter22@git.example`
    const items = { 'a-must': itemRecord({ note: stamped(note, noon) }) }
    const both = buildReport(demoChecklist, demoChecklistSha256, demoRollout, items, new Date(noon))
    const { findings } = await scanReport(both)
    expect(findings.map(({ excerpt }) => excerpt)).toEqual([
      'ghp_…',
      expect.stringMatching(/^….*token\] and https:.*bob:hu…$/),
    ])
  })

  test('looks at every text by itself', async () => {
    const items = {
      'a-must': itemRecord({ note: stamped('-----BEGIN RSA PRIVATE KEY-----', noon) }),
      'a-should': itemRecord({ note: stamped('harmless words', noon) }),
      'a-may': itemRecord({ note: stamped('-----END RSA PRIVATE KEY-----', noon) }),
    }
    const apart = buildReport(demoChecklist, demoChecklistSha256, demoRollout, items, new Date(noon))
    const notes = maskReport(apart, await scanReport(apart)).sections.flatMap((section) =>
      section.items.map((item) => item.note),
    )
    expect(notes).toContain('[masked: private key]')
    expect(notes).toContain('harmless words')
  })

  test('looks at a thousand notes in less than a second', async () => {
    const notes = Array.from({ length: 1_000 }, (_, index) => `note ${index}: restored in ${index} minutes`)
    const started = performance.now()
    expect((await scanTexts({ notes }, String)).findings).toEqual([])
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test('looks at twenty thousand notes with secrets in a second and a half', async () => {
    const notes = Array.from({ length: 20_000 }, (_, index) => `PASSWORD=hunter${index}`)
    const started = performance.now()
    const { findings } = await scanTexts({ notes }, String)
    expect(findings).toHaveLength(20_000)
    expect(findings.at(-1)).toMatchObject({ place: 'notes,19999' })
    expect(performance.now() - started).toBeLessThan(1_500)
  })

  test('finds nothing in a report without secrets', async () => {
    const clean = buildReport(demoChecklist, demoChecklistSha256, demoRollout, {}, new Date(noon))
    expect((await scanReport(clean)).findings).toEqual([])
  })
})

test('maskReport() replaces every secret and changes nothing else', async () => {
  const masked = maskReport(report, await scanReport(report))
  expect(JSON.stringify(masked)).not.toContain(token)
  expect((await scanReport(masked)).findings).toEqual([])
  const item = masked.sections[0]?.items.find(({ id }) => id === 'a-must')
  expect(item?.note).toBe('logged in with [masked: GitHub token]')
  expect({ ...masked, rollout: report.rollout, sections: report.sections }).toEqual(report)
})

test('scanContents() and maskContents() reach what a field was before', async () => {
  const note = { ...stamped('harmless now', noon), before: [stamped(`was ${token}`, '2026-11-01T10:00:00.000Z')] }
  const contents: RolloutContents = {
    id: 'demo-first',
    rollout: { format: recordFormat },
    items: { 'a-must': itemRecord({ note }) },
    wordings: {},
  }
  const secrets = await scanContents(contents)
  expect(secrets.findings.map(({ place }) => place)).toEqual(['Item a-must, note, earlier version'])
  expect(JSON.stringify(maskContents(contents, secrets))).not.toContain(token)
})
