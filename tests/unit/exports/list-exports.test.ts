import { describe, expect, test } from 'vitest'
import { parseAttestation, parseReadinessStatement } from '../../../src/core/signoff/index.ts'
import { listExports, nameFiles, type ReportExport } from '../../../src/exports/index.ts'
import { buildDemoStatement, makeSigner, signReport } from '../../fixtures/signed-report.ts'

const signers = [await makeSigner(), await makeSigner()]
const signed = await signReport(buildDemoStatement(), signers)
const toBytes = (made: string | Uint8Array) => (typeof made === 'string' ? new TextEncoder().encode(made) : made)
const find = (list: ReportExport[], id: string) => list.find((each) => each.id === id)

describe('listExports()', () => {
  test('names files as the specification does', () => {
    const names = listExports(signed, ({ keyid }) => (keyid === signers[0]?.publicKey.keyid ? 'alice' : 'bob'))
    expect(names.map(({ fileName }) => fileName)).toEqual([
      'payments-2.4.0.html',
      'payments-2.4.0.dsse.json',
      'payments-2.4.0.alice.sigstore.json',
      'payments-2.4.0.bob.sigstore.json',
      'payments-2.4.0.statement.json',
      'payments-2.4.0.md',
      'payments-2.4.0.csv',
      'payments-2.4.0.junit.xml',
      'payments-2.4.0.cdx.json',
    ])
  })

  test('makes every one of them', async () => {
    for (const { make } of listExports(signed)) expect((await make()).length).toBeGreaterThan(500)
  })

  test('gives the very bytes that are signed, and every bundle with one signature over them', async () => {
    const list = listExports(signed)
    const statement = await find(list, 'statement')?.make()
    expect(statement).toEqual(signed.envelope.payload)
    expect(parseReadinessStatement(toBytes(statement ?? ''))).toEqual(signed.statement)
    for (const { publicKey } of signers) {
      const bundle = await find(list, `bundle-${publicKey.keyid}`)?.make()
      const { payload, signatures } = parseAttestation(toBytes(bundle ?? ''))
      expect(payload).toEqual(signed.envelope.payload)
      expect(signatures.map(({ keyid }) => keyid)).toEqual([publicKey.keyid])
    }
  })

  test('gives a bundle of a signature without a hint, as cosign leaves it', async () => {
    const signatures = signed.envelope.signatures.map(({ sig }) => ({ keyid: '', sig }))
    const list = listExports({ ...signed, envelope: { ...signed.envelope, signatures } })
    for (const { publicKey } of signers) {
      const bundle = await find(list, `bundle-${publicKey.keyid}`)?.make()
      const read = parseAttestation(toBytes(bundle ?? ''))
      expect(read.signatures.map(({ keyid }) => keyid)).toEqual([publicKey.keyid])
    }
  })

  test('tells two signers of one name apart', () => {
    const names = listExports(signed, () => 'Kim').map(({ fileName }) => fileName)
    expect(new Set(names).size).toBe(names.length)
  })

  test('offers what needs a signature only when there is one', () => {
    const unsigned = { ...signed, envelope: { ...signed.envelope, signatures: [] } }
    expect(listExports(unsigned).map(({ id }) => id)).toEqual(['statement', 'markdown', 'csv', 'junit', 'cyclonedx'])
  })
})

test.each([
  ['payments-2.4.0', 'payments-2.4.0'],
  ['../../etc/passwd', 'etc-passwd'],
  ['-rf; reboot', 'rf-reboot'],
  ['Zahlung & Überweisung', 'Zahlung-berweisung'],
  ['支付', 'rollout'],
])('nameFiles() makes of %j the name %j', (id, name) => {
  expect(nameFiles(id)).toBe(name)
})
