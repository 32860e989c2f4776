import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { formatCommand, nameEnvelope, quoteArgument } from '../../../../src/islands/verify/command-line.ts'
import { emptyDesk } from '../../../../src/islands/verify/desk.ts'
import { emptyExpectation } from '../../../../src/islands/verify/expectation.ts'
import type { VerifyFile } from '../../../../src/islands/verify/verify-file.ts'

const file: VerifyFile = {
  name: 'r.dsse.json',
  sizeBytes: 1,
  kind: 'attestation',
  bytes: new Uint8Array(1),
  sha256: '0',
  isFromHtml: false,
  reasons: [],
}
const trust = {
  origin: 'you' as const,
  name: "it's mine.json",
  bytes: new Uint8Array(),
  sha256: '',
  reasons: [],
  notices: [],
}

test('formatCommand() shows what is missing in capitals', () => {
  expect(formatCommand(emptyDesk)).toBe(
    'golive verify FILE \\\n  --trust TRUST \\\n  --subject ALG:HEX \\\n  --rollout ID \\\n  --environment ENV \\\n  --checklist FILE',
  )
})

test('formatCommand() asks what the screen asks', () => {
  const commit = 'a'.repeat(40)
  const expected = {
    ...emptyExpectation,
    rollout: 'r 1',
    environment: 'production',
    checklist: 'azimuth',
    subjects: [{ digest: commit }],
    noExceptions: true,
    maxAgeDays: '3',
    at: '2026-11-20',
    trustSha256: 'b'.repeat(64),
  }
  const files = [file, { ...file, name: 'r.html', isFromHtml: true }, { ...file, kind: 'unknown' as const, name: 'x' }]
  expect(formatCommand({ files, trust, expected }).split(' \\\n  ')).toEqual([
    'golive verify r.dsse.json r.dsse.json',
    "--trust 'it'\\''s mine.json'",
    `--subject gitCommit:${commit}`,
    "--rollout 'r 1'",
    '--environment production',
    '--checklist azimuth',
    '--no-exceptions',
    '--max-age-days 3',
    '--at 2026-11-20',
    `--trust-sha256 ${'b'.repeat(64)}`,
  ])
})

test('formatCommand() asks nothing of readiness of a statement of another type', () => {
  const readiness = { rollout: 'r', noExceptions: true, maxAgeDays: '3' }
  const expected = { ...emptyExpectation, predicateType: 'https://example.com/t', ...readiness }
  const command = formatCommand({ files: [file], expected })
  expect(command).toContain('--predicate-type https://example.com/t')
  expect(command).not.toMatch(/--rollout|--environment|--checklist|--no-exceptions|--max-age-days/)
})

test.each(["a'b", 'a b', '$(touch x)', '`x`', '*', '', '-n', 'ä', 'a\nb', '"', '\\'])(
  'quoteArgument() keeps %j as one argument of a shell',
  (text) => {
    const { stdout } = spawnSync('sh', ['-c', `printf '%s' ${quoteArgument(text)}`], { encoding: 'utf8' })
    expect(stdout).toBe(text)
  },
)

test('a file whose name begins with a hyphen is no option', () => {
  expect(formatCommand({ files: [{ ...file, name: '-x.json' }], expected: emptyExpectation })).toContain(
    'verify ./-x.json ',
  )
})

test('nameEnvelope() names the envelope after the page', () => {
  expect(nameEnvelope('payments.HTML')).toBe('payments.dsse.json')
})
