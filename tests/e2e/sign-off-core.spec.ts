import type { VerifyOptions } from '../../src/core/signoff/index.ts'
import { goodTrust, readCaseOptions, readVector, type VectorCase, vectorCases } from '../unit/core/signoff/vectors.ts'
import { knowsEd25519, openCorePage } from './core-page.ts'
import { expect, type Page, test } from './fixtures.ts'

/** A case as it goes to the page: bytes as base64, the moment as text. */
interface SentCase {
  files: string[]
  size: number
  trust: string | null
  options: Omit<VerifyOptions, 'checklist' | 'now'> & { checklistText?: string; checklistBytes?: string; now: string }
}

/** What of a verification is compared. */
interface Found {
  status: string
  codes: string[]
  signers: string[]
  ignored: string[]
  elapsedMs: number
  /** Names that somebody put on the prototype of all objects. */
  polluted: string[]
}

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

function sendCase(vector: VectorCase): SentCase {
  const { checklist, now, ...options } = readCaseOptions(vector)
  return {
    files: vector.files.map((path) => encode(readVector(path))),
    size: vector.size ?? 0,
    trust: vector.trust === null ? null : encode(readVector(vector.trust)),
    options: {
      ...options,
      now: Number.isNaN(now.getTime()) ? '' : now.toISOString(),
      ...(typeof checklist === 'string' && { checklistText: checklist }),
      ...(checklist instanceof Uint8Array && { checklistBytes: encode(checklist) }),
    },
  }
}

function verifyInPage(page: Page, sent: SentCase): Promise<Found> {
  return page.evaluate(async ({ files, size, trust, options }) => {
    const decode = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const pad = (bytes: Uint8Array) => {
      const padded = new Uint8Array(Math.max(size, bytes.length)).fill(0x20)
      padded.set(bytes)
      return padded
    }
    const { checklistText, checklistBytes, now, ...others } = options
    const given = files.map((file) => pad(decode(file)))
    const began = performance.now()
    const verification = await golive.verifyAttestation(given, trust === null ? undefined : decode(trust), {
      ...others,
      checklist: checklistBytes === undefined ? checklistText : decode(checklistBytes),
      now: new Date(now),
    })
    return {
      status: verification.status,
      codes: verification.reasons.map(({ code }) => code),
      signers: verification.signers.map(({ id }) => id),
      ignored: verification.signatures.flatMap(({ ignored }) => ignored?.code ?? []),
      elapsedMs: performance.now() - began,
      polluted: Object.keys(Object.prototype),
    }
  }, sent)
}

test('every vector gives in Chromium what it gives in Node', async ({ page }) => {
  test.setTimeout(180_000)
  await openCorePage(page)
  const isWhole = await knowsEd25519(page)
  test.info().annotations.push({ type: 'vectors', description: `${vectorCases.length} cases, Ed25519: ${isWhole}` })
  expect(vectorCases.length).toBeGreaterThan(300)
  for (const vector of vectorCases) {
    const found = await verifyInPage(page, sendCase(vector))
    if (!isWhole && [...found.codes, ...found.ignored].includes('algorithm-unsupported')) continue
    const { status, codes, signers, ignored, elapsedMs, polluted } = found
    const { name } = vector
    expect.soft({ status, codes }, name).toEqual({
      status: vector.status,
      codes: vector.codes.length > 0 ? expect.arrayContaining(vector.codes) : [],
    })
    if (vector.signers) expect.soft(signers, name).toEqual(vector.signers)
    if (vector.ignored) expect.soft(ignored, name).toEqual(vector.ignored)
    expect.soft(elapsedMs, name).toBeLessThan(2_000)
    expect.soft(polluted, name).toEqual([])
  }
})

for (const algorithm of ['ecdsa-p256', 'ed25519'] as const) {
  test(`what a key of ${algorithm} signs in Chromium is verified there and in Node, and no byte of it can change`, async ({
    page,
  }) => {
    await openCorePage(page)
    test.skip(algorithm === 'ed25519' && !(await knowsEd25519(page)), 'This browser does not know Ed25519')
    const signed = await page.evaluate(async (type) => {
      const pair = await golive.generateKeyPair(type)
      const signer = await golive.createSigner(pair)
      const payload = new TextEncoder().encode('{"what": "is signed"}')
      const { signatures } = await golive.signPayload(payload, signer)
      const sig = signatures[0]?.sig ?? new Uint8Array()
      const check = (bytes: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) =>
        golive.verifySignature(signer.publicKey, signature, golive.encodeSignedBytes(bytes))
      const flip = (bytes: Uint8Array<ArrayBuffer>, index: number) =>
        bytes.map((byte, place) => (place === index ? byte ^ 1 : byte))
      const payloads = await Promise.all([...payload.keys()].map((index) => check(flip(payload, index), sig)))
      const sigs = await Promise.all([...sig.keys()].map((index) => check(payload, flip(sig, index))))
      return {
        isVerified: await check(payload, sig),
        fits: [...payloads, ...sigs].filter(Boolean).length,
        tried: payloads.length + sigs.length,
        isExtractable: pair.privateKey.extractable,
        pem: golive.formatPem(signer.publicKey),
        keyid: signer.publicKey.keyid,
        payload: [...payload],
        sig: [...sig],
      }
    }, algorithm)
    expect(signed).toMatchObject({ isVerified: true, fits: 0, isExtractable: false })
    expect(signed.tried).toBeGreaterThan(80)

    const { encodeSignedBytes, parsePublicKey, verifySignature } = await import('../../src/core/signoff/index.ts')
    const key = await parsePublicKey(signed.pem)
    expect(key.keyid).toBe(signed.keyid)
    expect(
      await verifySignature(key, new Uint8Array(signed.sig), encodeSignedBytes(new Uint8Array(signed.payload))),
    ).toBe(true)
  })
}

test('a trust file reads the same in Chromium as in Node', async ({ page }) => {
  await openCorePage(page)
  const { formatAllowedSigners, parseTrust } = await import('../../src/core/signoff/index.ts')
  const inNode = formatAllowedSigners(await parseTrust(goodTrust))
  const inPage = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    return golive.formatAllowedSigners(await golive.parseTrust(bytes))
  }, encode(goodTrust))
  expect(inPage).toBe(inNode)
})
