import { readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { FormatError, parseAttestation, parseReadinessStatement, parseTrust } from '../../../src/core/signoff/index.ts'
import { GET } from '../../../src/pages/schema/[name].json.ts'
import { readCaseFiles, readVector, vectorCases } from '../core/signoff/vectors.ts'

const folder = new URL('../../vectors/signoff/', import.meta.url)

async function compileSchema(name: string) {
  const response = await GET({ params: { name } } as unknown as Parameters<typeof GET>[0])
  return new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(await response.text()))
}

const isStatement = await compileSchema('statement')
const isTrust = await compileSchema('trust')

/** What a plain reader makes of bytes; undefined where it is no JSON at all. */
function parseLoosely(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

async function isRefused(parse: () => unknown): Promise<boolean> {
  try {
    await parse()
    return false
  } catch (error) {
    if (error instanceof FormatError) return true
    throw error
  }
}

/** Payloads of the envelopes that can be read. */
const payloads = readdirSync(new URL('envelopes/', folder)).flatMap((name) => {
  try {
    return [{ name, payload: parseAttestation(readVector(`envelopes/${name}`)).payload }]
  } catch {
    return []
  }
})
const trustFiles = readdirSync(new URL('trust/', folder)).map((name) => ({ name, bytes: readVector(`trust/${name}`) }))
const accepted = vectorCases.filter(({ status }) => status === 'accepted')
const ours = accepted.filter(({ options }) => options?.['predicateType'] === undefined)

describe('schema/statement.json', () => {
  test.each(ours.map((vector) => [vector.name, vector] as const))('takes the accepted statement of %s', (_, vector) => {
    const [file = new Uint8Array()] = readCaseFiles(vector)
    expect(isStatement(parseLoosely(parseAttestation(file).payload)), JSON.stringify(isStatement.errors)).toBe(true)
  })

  test('refuses nothing that the core takes', async () => {
    const refused = payloads.filter(({ payload }) => !isStatement(parseLoosely(payload)))
    expect(refused.length).toBeGreaterThan(20)
    for (const { name, payload } of refused) {
      expect(await isRefused(() => parseReadinessStatement(payload)), name).toBe(true)
    }
  })
})

describe('schema/trust.json', () => {
  test.each([...new Set(accepted.flatMap(({ trust }) => trust ?? []))])('takes %s', (name) => {
    expect(isTrust(parseLoosely(readVector(name))), JSON.stringify(isTrust.errors)).toBe(true)
  })

  test('refuses nothing that the core takes', async () => {
    const refused = trustFiles.filter(({ bytes }) => !isTrust(parseLoosely(bytes)))
    expect(refused.length).toBeGreaterThan(10)
    for (const { name, bytes } of refused) expect(await isRefused(() => parseTrust(bytes)), name).toBe(true)
  })
})
