import { describe, expect, test } from 'vitest'
import { reasonWords, verifyAttestation } from '../../../../src/core/signoff/index.ts'
import { readCaseFiles, readCaseOptions, readVector, vectorCases } from './vectors.ts'

/** The rows of the table in signoff.md §8. */
const rows = [
  'payload changed, or re-serialised',
  'signature stripped',
  'one signer counted twice',
  'high-S',
  'P1363 for DER, BER variants, zero, out of range',
  'no PAE, PAE over base64, other hash, Ed25519ph, S+L',
  'payloadType relabelled, generic, other case, look-alike',
  'malformed envelope',
  'unknown or broken signature beside good ones',
  'keyid lies',
  'non-canonical base64',
  'duplicate and case-variant members',
  'huge, deep, many',
  'prototype pollution',
  'replay: other image, commit, rollout, environment',
  'weak, wrong, truncated digest',
  'checklist other version, unpinned, items dropped or weakened',
  'expired, future, undated, impossible dates; old key, revoked key',
  'result not following from items, unknown status, type juggling',
  'payload lowers the bar',
  'confusables and bidi in names',
  'key reuse, weak curves, small-order keys, silly thresholds',
  'algorithm confusion',
  'payloads mixed while merging',
]

test.each(rows)('%s: has vectors', (row) => {
  expect(vectorCases.some((vector) => vector.row === row)).toBe(true)
})

describe.each([...new Set(vectorCases.map(({ row }) => row))])('verifyAttestation(): %s', (row) => {
  test.each(
    vectorCases.filter((vector) => vector.row === row).map((vector) => [vector.name, vector.how, vector] as const),
  )('%s: %s', async (_name, _how, vector) => {
    const trust = vector.trust === null ? undefined : readVector(vector.trust)
    const began = performance.now()
    const verification = await verifyAttestation(readCaseFiles(vector), trust, readCaseOptions(vector))
    expect(performance.now() - began).toBeLessThan(2_000)
    const codes = verification.reasons.map(({ code }) => code)
    expect({ status: verification.status, codes }).toEqual({
      status: vector.status,
      codes: vector.codes.length > 0 ? expect.arrayContaining(vector.codes) : [],
    })
    for (const code of codes) expect(reasonWords).toHaveProperty(code)
    if (vector.signers) expect(verification.signers.map(({ id }) => id)).toEqual(vector.signers)
    const ignored = verification.signatures.flatMap((finding) => finding.ignored?.code ?? [])
    if (vector.ignored) expect(ignored).toEqual(vector.ignored)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
