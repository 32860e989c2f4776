import { judgeKey, listTrustNotices, type Reason, type Trust, type TrustedKey } from '../core/signoff/index.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { formatUtc } from './describe.ts'
import { exitCodes } from './io.ts'
import { type Entry, laySection, layTable, printJson, printLines } from './print.ts'
import { describeRequirement } from './readiness-lines.ts'
import { parseTime } from './signoff-arguments.ts'
import { readTrust } from './trust-files.ts'

/** What whoever keeps a trust file runs before it is merged. */
export const lintTrustFile: Command = {
  summary: 'Check a trust file, and say who can sign, with which keys, and what is required',
  usage: 'trust lint FILE [--at TIME] [--json]',
  help: `
Refuses what "golive verify" refuses, and names every fault with its place. Of a file that is right
it says which keys do not count, and which requirements nobody can meet any more.

  --at TIME  say it for then: 2026-12-04T00:00:00Z, or a day
  --json     the same as JSON

Exit codes
  0  right, and all that it requires can be met
  1  right, but there are too few people with a valid key
  2  the call is wrong, or the file is missing, empty or refused`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], { at: { type: 'string' }, json: { type: 'boolean' } })
    const now = values.at === undefined ? io.now() : parseTime('--at', values.at)
    const trust = await readTrust(io, files[0])
    const notices = listTrustNotices(trust, now)
    const isUnmet = notices.some(({ code }) => code === 'role-missing')
    if (values.json) printJson(io.stdout, describeTrust(trust, notices, now))
    else printLines(io.stdout, layTrust(trust, notices, now))
    return isUnmet ? exitCodes.no : exitCodes.yes
  },
}

function describeTrust({ signers, policy, sha256 }: Trust, notices: readonly Reason[], now: Date) {
  const people = signers.map(({ id, roles, keys }) => ({
    id,
    roles,
    keys: keys.map((key) => ({ keyid: key.publicKey.keyid, standing: judgeKey(key, now) })),
  }))
  return { format: 1, judgedAt: now.toISOString(), sha256, signers: people, policy, notices }
}

function layTrust({ signers, policy, sha256 }: Trust, notices: readonly Reason[], now: Date): string[] {
  const isUnmet = notices.some(({ code }) => code === 'role-missing')
  const able = signers.filter(({ keys }) => keys.some((key) => judgeKey(key, now) === 'valid'))
  const environments = Object.entries(policy.environments ?? {})
  return [
    isUnmet
      ? 'RIGHT, BUT OF NO USE: too few people have a valid key'
      : `RIGHT: ${able.length} of ${signers.length === 1 ? '1 person' : `${signers.length} people`} can sign`,
    ...laySection(
      'To look at',
      notices.map(({ code, message }) => ({ cells: [code, message] })),
    ),
    ...laySection(
      'People',
      signers.map(({ id, roles, keys }) => ({
        cells: [id, roles.join(', ')],
        details: keys.map((key) => layKey(key, now)),
      })),
    ),
    ...laySection('Required', [
      { cells: ['everywhere', policy.require.map(describeRequirement).join(', ')] },
      ...environments.map(
        ([name, { require }]): Entry => ({ cells: [name, `besides: ${require.map(describeRequirement).join(', ')}`] }),
      ),
    ]),
    '',
    ...layTable(
      [
        ['Results', (policy.allowResult ?? ['PASSED', 'WARNED']).join(', ')],
        ['Oldest report', policy.maxAgeDays === undefined ? 'any that has not expired' : `${policy.maxAgeDays} days`],
        ['Judged as of', formatUtc(now.toISOString())],
        ['Digest', `sha256:${sha256}`],
      ],
      '',
    ),
  ]
}

function layKey(key: TrustedKey, now: Date): string {
  const { publicKey, notBefore, notAfter, revokedAt } = key
  const standing = judgeKey(key, now)
  const dates = [
    ...(notBefore ? [`from ${formatUtc(notBefore)}`] : []),
    ...(notAfter ? [`until ${formatUtc(notAfter)}`] : []),
    ...(revokedAt ? [`revoked ${formatUtc(revokedAt)}`] : []),
  ]
  return [publicKey.keyid, publicKey.algorithm, ...dates, ...(standing === 'valid' ? [] : [standing])].join(', ')
}
