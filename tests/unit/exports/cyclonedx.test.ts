import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import addIriFormats from 'ajv-formats-draft2019'
import { describe, expect, test } from 'vitest'
import type { ReadinessItem } from '../../../src/core/signoff/index.ts'
import { encodeCycloneDx } from '../../../src/exports/index.ts'
import { buildDemoStatement, listManyItems, makeSigner, mixedItems, signReport } from '../../fixtures/signed-report.ts'

const signers = [await makeSigner(), await makeSigner('ed25519')]
const signMixed = (items?: ReadinessItem[]) => signReport(buildDemoStatement(items), signers)

const readSchema = (name: string) =>
  JSON.parse(readFileSync(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`, 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats.default(ajv)
addIriFormats(ajv)
// The official schema points to these by the names of their files.
for (const name of ['spdx', 'jsf-0.82'])
  ajv.addSchema(readSchema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
const validate = ajv.compile(readSchema('bom-1.6'))

async function encode(items?: ReadinessItem[]) {
  const bom = JSON.parse(await encodeCycloneDx(await signMixed(items)))
  validate(bom)
  expect(validate.errors ?? []).toEqual([])
  return bom
}

describe('encodeCycloneDx()', () => {
  test.each([
    ['one of every kind', mixedItems],
    ['a thousand items', listManyItems(1_000)],
    ['addresses that are none', [{ ...mixedItems[0], evidence: [{ uri: 'no address at all' }, { uri: 'a b://[' }] }]],
    [
      'texts of another kind',
      [{ ...mixedItems[0], title: '\ud83d\ude80 ünïcode', evidence: [{ content: 'AAEC/w==' }] }],
    ],
  ] as [string, ReadinessItem[]][])('gives a document that the official schema takes: %s', async (_, items) => {
    await encode(items)
  })

  test('gives no address that runs as a script', async () => {
    const uri = 'javascript:alert(1)'
    const items = [{ ...mixedItems[0], evidence: [{ uri }], followUp: uri }] as ReadinessItem[]
    const checklist = { ...buildDemoStatement().predicate.checklist, uri }
    const bom = JSON.parse(await encodeCycloneDx(await signReport(buildDemoStatement(items, { checklist }), signers)))
    expect(JSON.stringify(bom)).not.toContain(`"url":"${uri}`)
    expect(bom.declarations.evidence[0].description).toBe(uri)
    expect(bom.definitions.standards[0].externalReferences[0].url).toBe('#')
  })

  test('maps checklist, items, evidence and signatures as the specification says', async () => {
    const { definitions, declarations, metadata } = await encode()
    const [standard] = definitions.standards
    expect(standard).toMatchObject({ name: 'kubernetes', version: '3.2.0' })
    expect(standard.requirements.map(({ identifier }: { identifier: string }) => identifier)).toEqual(
      mixedItems.map(({ id }) => id),
    )
    const [{ map }] = declarations.attestations
    expect(map.map(({ conformance }: { conformance: { score?: number } }) => conformance.score)).toEqual([
      1,
      undefined,
      0.5,
      0,
    ])
    expect(declarations.evidence.map(({ description }: { description?: string }) => description)).toEqual([
      undefined,
      `drill.log, 1204 bytes, sha256:${'a'.repeat(64)}`,
      undefined,
      'nightly copy to a second region',
    ])
    expect(declarations.targets.components[0].hashes).toEqual([{ alg: 'SHA-256', content: 'd'.repeat(64) }])
    expect(declarations.affirmation.signatories).toHaveLength(2)
    expect(declarations.affirmation.signatories[0]).toMatchObject({
      externalReference: { type: 'digital-signature', url: 'payments-2.4.0.dsse.json' },
    })
    expect(metadata.timestamp).toBe('2026-11-20T09:00:00Z')
  })

  test('gives the same bytes for the same report, and another serial number for another one', async () => {
    const signed = await signMixed()
    expect(await encodeCycloneDx(signed)).toBe(await encodeCycloneDx(signed))
    const [first, second] = await Promise.all([encode(), encode(listManyItems(2))])
    expect(first.serialNumber).not.toBe(second.serialNumber)
  })

  test('names every reference once and points to nothing that is missing', async () => {
    const text = await encodeCycloneDx(await signMixed(listManyItems(20)))
    const names = [...text.matchAll(/"bom-ref": "([^"]+)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    const { declarations } = JSON.parse(text)
    type Claim = { target: string; evidence?: string[]; mitigationStrategies?: string[] }
    const pointed = declarations.claims.flatMap((claim: Claim) => [
      claim.target,
      ...(claim.evidence ?? []),
      ...(claim.mitigationStrategies ?? []),
    ])
    expect(pointed.filter((name: string) => !names.includes(name))).toEqual([])
  })
})
