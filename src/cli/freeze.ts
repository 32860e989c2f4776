import { buildReport, describeRollout, sha256Hex } from '../core/index.ts'
import { checkAnswers } from '../core/rollout-file.ts'
import {
  buildStatement,
  encodeStatement,
  type FreezeInput,
  parseReadinessStatement,
  saysNoGo,
} from '../core/signoff/index.ts'
import { assertOptions, assertOutput, readArguments, UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { FileError, orFileError, readBytes, writeFile } from './files.ts'
import { exitCodes, type Io } from './io.ts'
import { layTable, printLines } from './print.ts'
import { layExceptions, listReadinessFacts, listSubjectFacts } from './readiness-lines.ts'
import { checklistPath, parseRolloutBytes, platformOf, readChecklist } from './rollouts.ts'
import { parseRequirements, parseTime } from './signoff-arguments.ts'
import { siteAddress, version } from './version.ts'

/** A report becomes bytes that people sign. */
export const freeze: Command = {
  summary: 'Freeze the report of a rollout into the statement that people sign',
  usage: 'freeze FILE --require ROLE[=N] --expires TIME --affirmation TEXT -o FILE [--checklist FILE]',
  help: `
FILE is a rollout file (NAME.golive.json). Its report is judged now, and written once: these bytes
are what everybody signs, and freezing again makes others. What is started, blocked, stale or an
expired risk counts as open. The statement names the digest of FILE too, so keep it as it is.

  --require ROLE[=N]  who has to sign besides those of the trust file; may be repeated
  --expires TIME      when the statement stops counting: 2026-12-04T00:00:00Z, or a day
  --affirmation TEXT  the sentence that signers agree to
  -o, --output FILE   where the statement goes, like NAME.statement.json
  --checklist FILE    the platform's checklist.json; by default the one beside the tool
  --site URL          address of the site that publishes the checklist; it stands in the statement

A report can be frozen whatever its result. With FAILED it is a no-go, the sentence has to say so,
and "golive verify" refuses it. Nothing is searched for secrets here, as the site does before it
freezes: look at what you sign.

Exit codes
  0  frozen
  2  the call is wrong, a file is missing or refused, or the report lacks what a statement needs;
     nothing is written`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], {
      require: { type: 'string', multiple: true },
      expires: { type: 'string' },
      affirmation: { type: 'string' },
      output: { type: 'string', short: 'o' },
      checklist: { type: 'string' },
      site: { type: 'string' },
    })
    assertOptions(values, { require: 'ROLE[=N]', expires: 'TIME', affirmation: 'TEXT' })
    const output = assertOutput(values.output)
    const { require = [], expires = '', affirmation = '' } = values
    const agreed = {
      requiredSignoffs: parseRequirements(require),
      expiresAt: parseTime('--expires', expires),
      affirmation,
    }
    const published = await describeReport(io, files[0], values.checklist, parseSite(values.site))
    const payload = await orFileError(`Cannot freeze "${files[0]}"`, () => freezeSaid({ ...published, ...agreed }))
    await writeFile(io, output, payload)
    printLines(io.stdout, await layStatement(payload, output))
    return exitCodes.yes
  },
}

/** @throws {UsageError} When people would agree to a go that the report does not give. */
function freezeSaid(input: FreezeInput): Uint8Array {
  const statement = buildStatement(input)
  if (statement.predicate.result === 'FAILED' && !saysNoGo(input.affirmation))
    throw new UsageError(
      'The report is FAILED: a must is open. Say "no-go" in --affirmation to freeze it for the record',
    )
  return encodeStatement(statement)
}

/** The address as the site itself writes it. */
function parseSite(text: string | undefined): string {
  if (text === undefined) return siteAddress
  if (!/^https?:\/\/\S/.test(text) || !URL.canParse(text)) throw new UsageError(`Option "--site ${text}" is no address`)
  return new URL(text.replace(/\/?$/, '/')).href
}

/** @throws {FileError} When the file cannot be judged. */
async function describeReport(
  io: Io,
  path: string,
  named: string | undefined,
  site: string,
): Promise<Omit<FreezeInput, 'requiredSignoffs' | 'expiresAt' | 'affirmation'>> {
  const bytes = await readBytes(io, path)
  const contents = parseRolloutBytes(bytes, path)
  const platform = platformOf(contents)
  const { checklist, sha256 } = await readChecklist(io, platform, named ?? checklistPath(io, platform))
  const faults = checkAnswers(contents, checklist)
  if (faults.length > 0) throw new FileError(`Cannot freeze "${path}"`, faults)
  const rollout = describeRollout(contents.id, contents.rollout)
  return {
    report: buildReport(checklist, sha256, rollout, contents.items, io.now()),
    checklist,
    checklistUri: new URL(`${platform}/checklist.json`, site).href,
    // Named as the site names it; its digest is that of the very file, which people keep beside the statement.
    recordFile: { name: `${rollout.id}.golive.json`, sha256: await sha256Hex(bytes) },
    producer: { uri: site, version },
  }
}

async function layStatement(payload: Uint8Array, path: string): Promise<string[]> {
  const statement = parseReadinessStatement(payload)
  const { predicate } = statement
  return [
    `FROZEN: "${path}"`,
    '',
    ...layTable(
      [
        ...listReadinessFacts(predicate),
        ...listSubjectFacts(statement),
        ['Statement', `${payload.length} bytes, sha256:${await sha256Hex(payload)}`],
      ],
      '',
    ),
    ...layExceptions(predicate),
  ]
}
