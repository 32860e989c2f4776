import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../../src/core/bytes.ts'
import {
  inspectAttestation,
  parseAttestation,
  parsePublicKey,
  parseReadinessStatement,
  parseTrust,
  verifyAttestation,
} from '../../../../src/core/signoff/index.ts'
import {
  bytesOf,
  codesOf,
  demoOptions,
  demoPayload,
  fileOf,
  makeSigner,
  signByAll,
  textOf,
  trustOf,
  utf8,
} from './people.ts'

const [alice, bob] = [await makeSigner(), await makeSigner('ed25519')]
const trustFile = trustOf({
  'alice@example.com': { roles: ['sre'], signer: alice },
  'bob@example.com': { roles: ['security'], signer: bob },
})
const trust = bytesOf(trustFile)
const envelope = await signByAll(demoPayload, alice, bob)

/** The bytes with one of them replaced by another one. */
function turnByte<Bytes extends Uint8Array>(bytes: Bytes, place: number, turn: number): Bytes {
  const changed = bytes.slice() as Bytes
  const index = place % changed.length
  changed[index] = (changed[index] ?? 0) ^ turn
  return changed
}
const anyTurn = [fc.nat(), fc.integer({ min: 1, max: 255 })] as const

beforeAll(async () => {
  expect((await verifyAttestation([fileOf(envelope)], trust, demoOptions)).status).toBe('accepted')
})

describe('a changed byte never verifies', { timeout: 60_000 }, () => {
  test('of the payload', async () => {
    await fc.assert(
      fc.asyncProperty(...anyTurn, async (place, turn) => {
        const changed = { ...envelope, payload: turnByte(envelope.payload, place, turn) }
        const { status, signers } = await verifyAttestation([fileOf(changed)], trust, demoOptions)
        expect({ status, signers }).toEqual({ status: 'refused', signers: [] })
      }),
    )
  })

  test('of either signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), ...anyTurn, async (which, place, turn) => {
        const signatures = envelope.signatures.map((signature, index) =>
          index === which ? { ...signature, sig: turnByte(signature.sig, place, turn) } : signature,
        )
        const { status, signers } = await verifyAttestation([fileOf({ ...envelope, signatures })], trust, demoOptions)
        expect(status).toBe('refused')
        expect(signers).toHaveLength(1)
      }),
    )
  })

  test('of a key in the trust file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), ...anyTurn, async (which, place, turn) => {
        const signers = trustFile.signers.map((signer, index) => {
          if (index !== which) return signer
          const [first = '', body = '', ...rest] = (signer.keys[0]?.publicKey ?? '').split('\n')
          const publicKey = [first, textOf(turnByte(utf8(body), place, turn & 0x7f || 1)), ...rest].join('\n')
          return { ...signer, keys: [{ publicKey }] }
        })
        const { status } = await verifyAttestation([fileOf(envelope)], bytesOf({ ...trustFile, signers }), demoOptions)
        expect(status).not.toBe('accepted')
      }),
    )
  })

  test('of a trust file whose digest is known', async () => {
    const trustSha256 = await sha256Hex(trust)
    await fc.assert(
      fc.asyncProperty(...anyTurn, async (place, turn) => {
        const options = { ...demoOptions, trustSha256 }
        const { exitCode } = await verifyAttestation([fileOf(envelope)], turnByte(trust, place, turn), options)
        expect(exitCode).toBe(2)
      }),
    )
  })

  test('of the file, unless it says the same', async () => {
    const file = fileOf(envelope)
    await fc.assert(
      fc.asyncProperty(...anyTurn, async (place, turn) => {
        const { status, payload } = await verifyAttestation([turnByte(file, place, turn)], trust, demoOptions)
        if (status === 'accepted') expect(payload).toEqual(demoPayload)
      }),
    )
  })
})

describe('parsing throws nothing but our own errors', { timeout: 60_000 }, () => {
  const parsers: [string, (bytes: Uint8Array) => unknown][] = [
    ['parseAttestation()', parseAttestation],
    ['inspectAttestation()', inspectAttestation],
    ['parseTrust()', parseTrust],
    ['parseReadinessStatement()', parseReadinessStatement],
    ['parsePublicKey()', (bytes) => parsePublicKey(textOf(bytes))],
  ]
  const files = [fileOf(envelope), trust, demoPayload, utf8(trustFile.signers[0]?.keys[0]?.publicKey ?? '')]
  /** A right file with a piece cut out and another put in its place. */
  const anyDamaged = fc
    .record({ file: fc.constantFrom(...files), start: fc.nat(), length: fc.nat({ max: 20 }), piece: fc.string() })
    .map(({ file, start, length, piece }) => {
      const at = start % file.length
      return new Uint8Array([...file.slice(0, at), ...utf8(piece), ...file.slice(at + length)])
    })
  /** A right file with any value for one of its members. */
  const anyJuggled = fc
    .record({ file: fc.constantFrom(...files.slice(0, 3)), member: fc.nat(), value: fc.jsonValue() })
    .map(({ file, member, value }) => juggle(file, member, value))

  test.each(parsers)('%s', async (_, parse) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), anyDamaged, anyJuggled), async (bytes) => {
        await codesOf(() => parse(bytes))
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12)
      }),
      { numRuns: 300 },
    )
  })

  test('verifyAttestation() never rejects, and accepts nothing damaged that says something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyDamaged, anyJuggled), fc.oneof(anyDamaged, anyJuggled), async (file, otherTrust) => {
        for (const [left, right] of [
          [file, trust],
          [fileOf(envelope), otherTrust],
          [file, otherTrust],
        ] as const) {
          const { status, payload } = await verifyAttestation([left], right, demoOptions)
          if (status === 'accepted') expect(payload).toEqual(demoPayload)
        }
      }),
    )
  })
})

/** The JSON with one member, counted through the whole of it, replaced. */
function juggle(file: Uint8Array, member: number, value: unknown): Uint8Array {
  const places: [object, string][] = []
  const json: unknown = JSON.parse(textOf(file), function (key, inner) {
    if (key !== '') places.push([this, key])
    return inner
  })
  const [holder, name] = places[member % places.length] ?? [{}, '']
  Reflect.set(holder, name, value)
  return bytesOf(json)
}
