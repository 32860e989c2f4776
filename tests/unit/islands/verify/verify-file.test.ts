import { describe, expect, test } from 'vitest'
import * as core from '../../../../src/core/signoff/index.ts'
import { envelopeBlockId, openBlock } from '../../../../src/exports/report-file/data-block.ts'
import {
  changeDesk,
  emptyDesk,
  inspectionOf,
  listAttestations,
  placeFile,
} from '../../../../src/islands/verify/desk.ts'
import { judgeDesk } from '../../../../src/islands/verify/judge.ts'
import { readTrustSource } from '../../../../src/islands/verify/trust-source.ts'
import { examineFile } from '../../../../src/islands/verify/verify-file.ts'
import { goodEnvelope, goodTrust, publishedChecklist, readVector, vectorCases } from '../../core/signoff/vectors.ts'

const now = new Date('2026-11-21T12:00:00Z')
const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>) => new File([bytes], name)
const textFile = (name: string, text: string) => new File([text], name)
const examine = (file: File) => examineFile(core, file)

describe('examineFile()', () => {
  test('inspects a signed report without judging it', async () => {
    const { kind, inspection, reasons, problem } = await examine(fileOf('r.json', goodEnvelope))
    expect({ kind, reasons, problem }).toEqual({ kind: 'attestation', reasons: [], problem: undefined })
    expect(inspection?.readiness?.rollout.id).toBe('payments-2.4.0')
  })

  test('takes the envelope out of a page, and its digest is that of the envelope', async () => {
    const html = `<!doctype html>${openBlock(envelopeBlockId)}${new TextDecoder().decode(goodEnvelope)}</script>`
    const found = await examine(textFile('r.html', html))
    expect(found).toMatchObject({ kind: 'attestation', isFromHtml: true })
    expect(found.sha256).toBe((await examine(fileOf('r.json', goodEnvelope))).sha256)
  })

  test.each<[string, File, RegExp]>([
    ['an empty file', textFile('e', ''), /empty/],
    ['a rollout', textFile('r', '{"rollout": {}}'), /still being worked on/],
    ['a statement', textFile('s', '{"_type": ""}'), /Nobody has signed this/],
    ['an entry', textFile('k', '{"id": "a", "keys": []}'), /what one person sends/],
    ['some other file', textFile('x', 'hello'), /no signed report, no trust file/],
  ])('says of %s what to do', async (_, file, words) => {
    expect((await examine(file)).problem).toMatch(words)
  })

  test('does not read what is too large, and says of a folder that it cannot be read', async () => {
    const huge = { name: 'film', size: 40_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) }
    expect((await examineFile(core, huge)).problem).toMatch(/40 MB/)
    expect((await examineFile(core, { ...huge, size: 10 })).problem).toMatch(/may be a folder/)
  })

  test.each(vectorCases.filter(({ status }) => status === 'refused').map(({ name, files }) => [name, files] as const))(
    'never throws: %s',
    async (_, files) => {
      for (const path of files) expect(await examine(fileOf(path, readVector(path)))).toHaveProperty('kind')
    },
  )
})

describe('the desk', () => {
  const trustOf = (bytes: Uint8Array<ArrayBuffer>) => readTrustSource(core, 'you', 'trust', bytes, now)

  test('the same file again is no second one; another one of that name is', async () => {
    const file = await examine(fileOf('r.json', goodEnvelope))
    const twice = placeFile(placeFile(emptyDesk, file), file)
    expect(twice.files).toHaveLength(1)
    const other = await examine(fileOf('r.json', readVector('envelopes/good-three.dsse')))
    expect(listAttestations(placeFile(twice, other))).toHaveLength(2)
  })

  test('any change takes the outcome away', async () => {
    const outcome = (await judgeDesk(core, emptyDesk, now)).outcome
    expect(outcome?.status).toBe('trouble')
    expect(changeDesk({ ...emptyDesk, outcome }, {}).outcome).toBeUndefined()
  })

  test('readTrustSource() tells faults, and what a right file will not do today', async () => {
    expect((await trustOf(goodTrust)).notices.map(({ code }) => code)).toEqual([
      'key-expired',
      'key-revoked',
      'key-not-yet-valid',
    ])
    const refused = await trustOf(readVector('trust/trust-key-rsa.trust'))
    expect(refused.trust).toBeUndefined()
    expect(refused.reasons.map(({ code }) => code)).toEqual(['key-algorithm'])
  })

  test('judgeDesk() gives what the procedure gives', async () => {
    const file = await examine(fileOf('r.json', goodEnvelope))
    const checklist = await examine(fileOf('c.json', publishedChecklist))
    const placed = placeFile(placeFile(emptyDesk, file), checklist)
    expect(inspectionOf(placed)?.payloadSha256).toMatch(/^[0-9a-f]{64}$/)
    const expected = {
      ...placed.expected,
      rollout: 'payments-2.4.0',
      environment: 'production',
      subjects: [{ digest: 'gitCommit:9505cacb7c710ed17125fcc6cb3669e8ddca6c8c' }],
    }
    const { outcome } = await judgeDesk(core, { ...placed, expected, trust: await trustOf(goodTrust) }, now)
    expect(outcome).toMatchObject({ status: 'accepted', comparedItems: true })
  })

  test('judgeDesk() judges nothing while values of the report are not confirmed', async () => {
    const expected = { ...emptyDesk.expected, taken: ['rollout' as const] }
    const { outcome, confirmed } = await judgeDesk(core, { ...emptyDesk, expected }, now)
    expect(outcome).toBeUndefined()
    expect(confirmed).toMatch(/Confirm it/)
  })
})
