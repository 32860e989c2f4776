import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../src/core/bytes.ts'
import {
  buildSvr,
  buildTestResult,
  buildVsa,
  encodeBundle,
  formatPem,
  freezeReport,
  signPayload,
  verifyAttestation,
} from '../../../../src/core/signoff/index.ts'
import {
  bytesOf,
  demoDigest,
  demoOptions,
  demoPayload,
  fileOf,
  freezeInput,
  makeSigner,
  signByAll,
  textOf,
  trustOf,
  utf8,
} from './people.ts'

const [alice, bob, carol] = [await makeSigner(), await makeSigner('ed25519'), await makeSigner()]
const trust = bytesOf(
  trustOf({
    'alice@example.com': { roles: ['sre'], signer: alice },
    'bob@example.com': { roles: ['security', 'sre'], signer: bob },
    'carol@example.com': { roles: ['legal'], signer: carol },
  }),
)
const envelope = await signByAll(demoPayload, alice, bob)
const good = fileOf(envelope)
const codes = ({ reasons }: { reasons: readonly { code: string }[] }) => reasons.map(({ code }) => code)

describe('verifyAttestation()', () => {
  test('accepts, and says who signed as what, and over which bytes', async () => {
    const verification = await verifyAttestation([good], trust, demoOptions)
    expect(verification).toMatchObject({
      status: 'accepted',
      exitCode: 0,
      reasons: [],
      judgedAt: '2026-11-21T12:00:00.000Z',
      signers: [
        { id: 'alice@example.com', roles: ['sre'], fills: 'sre' },
        { id: 'bob@example.com', roles: ['security', 'sre'], fills: 'security' },
      ],
      missing: [],
      rules: 'readiness',
      comparedItems: true,
      digests: {
        files: [await sha256Hex(good)],
        trust: await sha256Hex(trust),
        payload: await sha256Hex(demoPayload),
      },
      payload: demoPayload,
      subjects: [{ name: 'shop.tar' }],
    })
    expect(verification.readiness?.result).toBe('PASSED')
    expect(verification.signatures.map(({ person }) => person).sort()).toEqual(['alice@example.com', 'bob@example.com'])
  })

  test('gives nobody two places, one by the trust file and one by the statement', async () => {
    const payload = freezeReport({ ...freezeInput(), requiredSignoffs: [{ role: 'legal', count: 1 }] })
    const people = {
      alice: { roles: ['sre', 'legal'], signer: alice },
      bob: { roles: ['security'], signer: bob },
      carol: { roles: ['sre'], signer: carol },
    }
    const file = bytesOf(trustOf(people))
    const two = await verifyAttestation([fileOf(await signByAll(payload, alice, bob))], file, demoOptions)
    expect(codes(two)).toEqual(['signoff-missing'])
    const three = await verifyAttestation([fileOf(await signByAll(payload, alice, bob, carol))], file, demoOptions)
    expect(three.status).toBe('accepted')
  })

  test('takes nothing from a polluted Object.prototype', async () => {
    const json = JSON.parse(textOf(demoPayload))
    delete json.predicate.result
    const file = fileOf(await signByAll(bytesOf(json), alice, bob))
    const polluted = { value: 'PASSED', configurable: true }
    Object.defineProperty(Object.prototype, 'result', polluted)
    try {
      expect(codes(await verifyAttestation([file], trust, demoOptions))).toEqual(['statement-shape'])
    } finally {
      Reflect.deleteProperty(Object.prototype, 'result')
    }
  })

  test('shows somebody whom nobody asked for as a signer without a part', async () => {
    const all = fileOf(await signByAll(demoPayload, alice, bob, carol))
    const { signers } = await verifyAttestation([all], trust, demoOptions)
    expect(signers[2]).toEqual({ id: 'carol@example.com', roles: ['legal'] })
  })

  test('takes bundles and envelopes together', async () => {
    const bundle = utf8(await encodeBundle(envelope, bob.publicKey))
    const files = [bundle, fileOf(await signPayload(demoPayload, alice))]
    expect((await verifyAttestation(files, trust, demoOptions)).status).toBe('accepted')
  })

  test('never shows the payload before enough people signed it', async () => {
    const verification = await verifyAttestation([fileOf(await signPayload(demoPayload, alice))], trust, demoOptions)
    expect(verification.status).toBe('refused')
    expect(verification.missing).toEqual([{ role: 'security', count: 1 }])
    expect(verification.signers).toEqual([{ id: 'alice@example.com', roles: ['sre'], fills: 'sre' }])
    expect(verification).not.toHaveProperty('payload')
    expect(verification).not.toHaveProperty('statement')
  })

  test('tells everything that is wrong with a statement at once, and shows it', async () => {
    const wrong = await verifyAttestation([good], trust, {
      subjects: [`sha256:${'0'.repeat(64)}`],
      rollout: 'other',
      environment: 'staging',
      checklist: `sha256:${'0'.repeat(64)}`,
      now: new Date('2027-01-01T00:00:00Z'),
      maxAgeDays: 14,
    })
    expect(codes(wrong)).toEqual([
      'subject-mismatch',
      'rollout-mismatch',
      'environment-mismatch',
      'checklist-mismatch',
      'expired',
      'too-old',
    ])
    expect(wrong.readiness?.rollout.id).toBe('demo-first')
  })

  test.each([
    [{ maxAgeDays: 1 }, 'too-old'],
    [{ require: [{ role: 'legal', count: 1 }] }, 'role-missing'],
    [{ trustSha256: '0'.repeat(64) }, 'trust-digest'],
    [{ maxAgeDays: 0.5 }, 'option-malformed'],
    [{ trustSha256: 'abc' }, 'option-malformed'],
    [{ now: new Date(Number.NaN) }, 'option-malformed'],
    [{ require: [{ role: 'sre', count: -1 }] }, 'option-malformed'],
    [{ checklist: utf8('{}') }, 'option-malformed'],
    [{ checklist: utf8('{') }, 'not-json'],
    [{ checklist: `sha256:${demoDigest.toUpperCase()}` }, 'option-malformed'],
    [{ subjects: [] }, 'option-missing'],
  ])('with %j it says %s', async (more, code) => {
    const verification = await verifyAttestation([good], trust, { ...demoOptions, ...more })
    expect(codes(verification)).toEqual([code])
    expect(verification.exitCode).toBe(code === 'too-old' || code === 'role-missing' ? 1 : 2)
  })

  test('takes the digits of its own subjects in either case', async () => {
    const subjects = [`sha256:${'D'.repeat(64)}`]
    expect((await verifyAttestation([good], trust, { ...demoOptions, subjects })).status).toBe('accepted')
  })

  test('judges by the trust file that it was told to', async () => {
    const trustSha256 = await sha256Hex(trust)
    expect((await verifyAttestation([good], trust, { ...demoOptions, trustSha256 })).status).toBe('accepted')
  })

  test('cannot judge without files and without a trust file', async () => {
    expect(codes(await verifyAttestation([], trust, demoOptions))).toEqual(['option-missing'])
    expect(codes(await verifyAttestation([good], undefined, demoOptions))).toEqual(['trust-missing'])
  })

  test('finds a broken file before a broken trust file, as the procedure has it', async () => {
    expect((await verifyAttestation([utf8('{')], utf8('{'), demoOptions)).exitCode).toBe(1)
    expect((await verifyAttestation([utf8('{}')], utf8('{'), demoOptions)).exitCode).toBe(2)
  })

  test('says with a digest alone that items were not compared', async () => {
    const verification = await verifyAttestation([good], trust, { ...demoOptions, checklist: `sha256:${demoDigest}` })
    expect(verification).toMatchObject({ status: 'accepted', comparedItems: false })
  })
})

describe('with a key that a runtime does not know', () => {
  const original = crypto.subtle.importKey
  const withoutEd25519 = async <T>(work: () => Promise<T>): Promise<T> => {
    crypto.subtle.importKey = ((...args: Parameters<typeof original>) => {
      const name = typeof args[2] === 'string' ? args[2] : args[2].name
      if (name === 'Ed25519') return Promise.reject(new DOMException('Unknown', 'NotSupportedError'))
      return original.apply(crypto.subtle, args)
    }) as typeof original
    try {
      return await work()
    } finally {
      crypto.subtle.importKey = original
    }
  }

  test('it cannot judge when that signature is needed', async () => {
    const verification = await withoutEd25519(() => verifyAttestation([good], trust, demoOptions))
    expect(verification.exitCode).toBe(2)
    expect(codes(verification)).toEqual(['algorithm-unsupported', 'role-missing'])
  })

  test('it judges without it when the others are enough', async () => {
    const enough = bytesOf(
      trustOf({
        alice: { roles: ['sre'], signer: alice },
        bob: { roles: ['legal'], signer: bob },
        carol: { roles: ['security'], signer: carol },
      }),
    )
    const all = fileOf(await signByAll(demoPayload, alice, bob, carol))
    const verification = await withoutEd25519(() => verifyAttestation([all], enough, demoOptions))
    expect(verification.status).toBe('accepted')
  })
})

describe('another predicate type', () => {
  const predicateType = 'https://slsa.dev/verification_summary/v1'
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'x', digest: { sha256: 'a'.repeat(64), sha1: 'b'.repeat(40) } }],
    predicateType,
    predicate: { anything: true },
  }
  const options = { subjects: [`sha256:${'a'.repeat(64)}`], predicateType, now: demoOptions.now }

  test('is checked for envelope, signers and subject, and no rule of readiness is applied', async () => {
    const file = fileOf(await signByAll(bytesOf(statement), alice, bob))
    expect(await verifyAttestation([file], trust, options)).toMatchObject({
      status: 'accepted',
      rules: 'none',
      statement,
    })
  })

  test('is refused for another subject, and when it is of yet another type', async () => {
    const file = fileOf(await signByAll(bytesOf(statement), alice, bob))
    const other = { ...options, subjects: [`sha256:${'b'.repeat(64)}`] }
    expect(codes(await verifyAttestation([file], trust, other))).toEqual(['subject-mismatch'])
    expect(codes(await verifyAttestation([good], trust, options))).toEqual(['predicate-type'])
  })

  test('with a weak digest matches nothing', async () => {
    const file = fileOf(await signByAll(bytesOf(statement), alice, bob))
    const weak = { ...options, subjects: [`sha1:${'b'.repeat(40)}`] }
    expect((await verifyAttestation([file], trust, weak)).exitCode).toBe(2)
  })
})

describe('buildVsa()', () => {
  const uris = { verifierId: 'https://ci.example.com', resourceUri: 'oci://x', policyUri: 'https://x.example/trust' }

  test('sums up an acceptance, with the digests of trust file and envelope', async () => {
    const verification = await verifyAttestation([good], trust, demoOptions)
    expect(buildVsa(verification, uris)).toEqual({
      verifier: { id: 'https://ci.example.com' },
      timeVerified: '2026-11-21T12:00:00Z',
      resourceUri: 'oci://x',
      policy: { uri: 'https://x.example/trust', digest: { sha256: await sha256Hex(trust) } },
      inputAttestations: [{ digest: { sha256: await sha256Hex(good) } }],
      verificationResult: 'PASSED',
      verifiedLevels: ['READINESS_SIGNED_OFF'],
    })
    expect(verification.subjects).toEqual([{ name: 'shop.tar', digest: { sha256: 'd'.repeat(64) } }])
  })

  test('throws for a refusal', async () => {
    const refused = await verifyAttestation([good], trust, { ...demoOptions, rollout: 'other' })
    expect(() => buildVsa(refused, uris)).toThrow(RangeError)
    expect(() => buildSvr(refused, uris)).toThrow(RangeError)
    expect(() => buildTestResult(refused)).toThrow(RangeError)
  })
})

test('a key listed as PEM verifies what was signed with it after it was revoked only for a moment before', async () => {
  const file = trustOf({
    alice: { roles: ['sre', 'security'], signer: alice },
    bob: { roles: ['security'], signer: bob },
  })
  const revoked = { publicKey: formatPem(bob.publicKey), revokedAt: '2026-11-21T00:00:00Z' }
  const signers = file.signers.map((signer) => (signer.id === 'bob' ? { ...signer, keys: [revoked] } : signer))
  const bytes = bytesOf({ ...file, signers })
  const at = (moment: string) => verifyAttestation([good], bytes, { ...demoOptions, now: new Date(moment) })
  expect((await at('2026-11-20T23:59:59Z')).status).toBe('accepted')
  expect(codes(await at('2026-11-21T00:00:00Z'))).toEqual(['role-missing'])
})
