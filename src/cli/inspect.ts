import { type Envelope, inspectPayload, type PayloadInspection } from '../core/signoff/index.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { readBytes } from './files.ts'
import { exitCodes } from './io.ts'
import { laySection, layTable, printJson, printLines } from './print.ts'
import { describeRequirement, layExceptions, listReadinessFacts, listSubjectFacts } from './readiness-lines.ts'
import { readEnvelope } from './signoff-files.ts'

/** Looks into a file without judging it. */
export const inspect: Command = {
  summary: 'Show what a statement, envelope or bundle says, without judging it',
  usage: 'inspect FILE [--json]',
  help: `
Shows the report, whom it asks to sign, and which key ids the signatures name. Nothing is verified:
no signature is checked, and whoever made the file may have written anything into it.

  --json  the same as JSON

Exit codes
  0  shown; that says nothing about the file
  2  the call is wrong, or the file is missing, empty, or none of these`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], { json: { type: 'boolean' } })
    const [path] = files
    const envelope = await readEnvelope(await readBytes(io, path), path)
    const inspection = await inspectPayload(envelope.payload)
    if (values.json) {
      const keyids = envelope.signatures.map(({ keyid }) => keyid)
      printJson(io.stdout, { format: 1, isVerified: false, keyids, ...inspection })
    } else printLines(io.stdout, layInspection(inspection, envelope))
    return exitCodes.yes
  },
}

function layInspection(
  { payloadSha256, statement, readiness, reasons }: PayloadInspection,
  { payload, signatures }: Envelope,
): string[] {
  const count = signatures.length === 1 ? '1 signature' : `${signatures.length} signatures`
  return [
    `NOT VERIFIED: this is what the file says. It holds ${count}, and none was checked`,
    ...laySection(
      'What is wrong with it',
      reasons.map(({ code, message }) => ({ cells: [code, message] })),
    ),
    '',
    ...layTable(
      [
        ...(readiness ? listReadinessFacts(readiness) : statement ? [['Predicate', statement.predicateType]] : []),
        ...(statement ? listSubjectFacts(statement) : []),
        ['Signed bytes', `${payload.length} bytes, sha256:${payloadSha256}`],
      ],
      '',
    ),
    ...laySection(
      'Asks for sign-offs',
      (readiness?.requiredSignoffs ?? []).map((place) => ({ cells: [describeRequirement(place)] })),
    ),
    ...laySection(
      'Key ids that the signatures name',
      signatures.map(({ keyid }, index) => ({ cells: [`${index + 1}.`, keyid || 'none'] })),
    ),
    ...(readiness ? layExceptions(readiness) : []),
  ]
}
