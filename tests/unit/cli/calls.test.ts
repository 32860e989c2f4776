import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'
import { fileOf } from './contents.ts'
import { runCli } from './run-cli.ts'
import { asked, image, rolloutFields, signedFiles } from './signed-files.ts'

const files = { ...(await signedFiles()), 'a.golive.json': fileOf({}, rolloutFields) }
const names = Object.keys(files)

const commands = [['verify'], ['inspect'], ['freeze'], ['pae'], ['merge'], ['trust', 'lint'], ['trust', 'export']]
const options = [
  ...['--trust', '--subject', '--rollout', '--environment', '--checklist', '--at', '--require', '--max-age-days'],
  ...['--no-exceptions', '--trust-sha256', '--predicate-type', '--json', '--junit', '--emit', '--key', '--signature'],
  ...['--expires', '--affirmation', '-o', '--base', '--pem', '--allowed-signers', '--', '--site', '-'],
  ...['--help', '-h'],
]
const values = ['demo-1', 'production', image, 'sha256:', '2026-12-04', 'sre=2', '0', '', 'vsa', 'https://x.example/y']

const anyArgument = fc.oneof(fc.constantFrom(...names, ...options, ...values), fc.string(), anyUtf16)
const anyCall = fc
  .tuple(fc.constantFrom(...commands), fc.array(anyArgument, { maxLength: 14 }))
  .map(([command, args]) => [...command, ...args])

/** Nothing but an exit code and words: no fault of the tool, and nothing that steers a terminal. */
function expectOrder({ code, stderr }: Awaited<ReturnType<typeof runCli>>): void {
  expect([0, 1, 2]).toContain(code)
  expect(stderr).not.toContain('fault of the tool')
  expect(stderr).not.toMatch(/[^\P{Cc}\n]/u)
  if (code === 2) expect(stderr).not.toBe('')
  expect(Object.keys(Object.prototype)).toEqual([])
}

describe('run()', () => {
  test('answers every call with a code and words', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall, async (args) => {
        expectOrder(await runCli(args, files))
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  test('never accepts by a call that asks for help as well', async () => {
    const call = ['a.dsse.json', ...asked()]
    await fc.assert(
      fc.asyncProperty(fc.nat(call.length), fc.constantFrom('--help', '-h'), async (at, help) => {
        const result = await runCli(['verify', ...call.slice(0, at), help, ...call.slice(at)], files)
        expectOrder(result)
        expect(result).toMatchObject({ code: 2, stdout: '' })
      }),
    )
  })

  test('never accepts by a call that leaves out or empties what has to be said', async () => {
    const call = ['a.dsse.json', ...asked()]
    await fc.assert(
      fc.asyncProperty(fc.nat(call.length - 1), fc.constantFrom('', undefined), async (at, other) => {
        const args = call.flatMap((text, index) => (index === at ? (other ?? []) : text))
        const result = await runCli(['verify', ...args], files)
        expectOrder(result)
        expect(result.code).toBe(2)
      }),
    )
  })
})

describe('golive verify', () => {
  const verify = (attestation: Uint8Array, trust: Uint8Array | string = files['trust.json']) =>
    runCli(['verify', 'x.json', ...asked()], { ...files, 'x.json': attestation, 'trust.json': trust })

  /** One byte of a file, and what it becomes. */
  const anyChange = (length: number) => fc.record({ at: fc.nat(length - 1), turned: fc.integer({ min: 1, max: 255 }) })
  const change = (bytes: Uint8Array, { at, turned }: { at: number; turned: number }) =>
    bytes.map((byte, index) => (index === at ? byte ^ turned : byte))

  test('accepts no bytes that nobody signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), anyUtf16), async (content) => {
        const result = await verify(typeof content === 'string' ? new TextEncoder().encode(content) : content)
        expectOrder(result)
        expect(result.code).not.toBe(0)
      }),
    )
  })

  test('accepts no other report than the one that was signed, whatever byte of the envelope changes', async () => {
    const envelope = files['a.dsse.json']
    const payload = JSON.parse(new TextDecoder().decode(envelope)).payload
    await fc.assert(
      fc.asyncProperty(anyChange(envelope.length), async (changed) => {
        const bytes = change(envelope, changed)
        const result = await verify(bytes)
        expectOrder(result)
        // A hint, or white space, may change without changing what was signed.
        if (result.code === 0) expect(JSON.parse(new TextDecoder().decode(bytes)).payload).toBe(payload)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('gives nobody a part that the trust file does not give, whatever byte of it changes', async () => {
    const trust = new TextEncoder().encode(files['trust.json'])
    await fc.assert(
      fc.asyncProperty(anyChange(trust.length), async (changed) => {
        const result = await verify(files['alice.dsse.json'], change(trust, changed))
        expectOrder(result)
        expect(result.code).not.toBe(0)
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
