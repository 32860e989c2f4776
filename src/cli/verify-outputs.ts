/** The answers of `golive verify` for programs. */
import { buildSvr, buildTestResult, buildVsa, type Verification } from '../core/signoff/index.ts'
import { encodeJunit } from '../exports/junit.ts'
import { writeFile } from './files.ts'
import type { Io } from './io.ts'
import { printJson } from './print.ts'
import type { Emission, VerifyCall } from './verify-call.ts'

/** Writes to a file, or to the standard output for `-`. */
export async function writeOutput(io: Io, path: string, text: string): Promise<void> {
  if (path === '-') io.stdout(text)
  else await writeFile(io, path, text)
}

/** Everything that was found, but for the bytes; the statement is in it only when enough people signed it. */
export async function writeJson(io: Io, path: string, verification: Verification, { isAt }: VerifyCall): Promise<void> {
  const { payload: _bytes, readiness, ...found } = verification
  const texts: string[] = []
  const summary = readiness && { result: readiness.result, rollout: readiness.rollout }
  printJson((text) => void texts.push(text), { format: 1, ...summary, isJudgedAtOtherTime: isAt, ...found })
  await writeOutput(io, path, texts.join(''))
}

export async function writeJunit(
  io: Io,
  path: string,
  verification: Verification,
  { isAt }: VerifyCall,
): Promise<void> {
  const { statement, readiness, required, missing, reasons, signers, rules, judgedAt } = verification
  const report = statement && readiness && { ...statement, predicate: readiness }
  const chosenMoment = isAt ? judgedAt : undefined
  const junit = encodeJunit({ statement: report, required, missing, reasons, signers, rules, chosenMoment })
  await writeOutput(io, path, junit)
}

/** Prints the predicate about an accepted report; who signs it vouches for the verification. */
export function emitSummary(io: Io, verification: Verification, emission: Emission): void {
  printJson(io.stdout, buildSummary(verification, emission))
}

function buildSummary(verification: Verification, { kind, resourceUri, ...emission }: Emission): object {
  switch (kind) {
    case 'vsa':
      return buildVsa(verification, { ...emission, resourceUri: resourceUri ?? nameResource(verification) })
    case 'svr':
      return buildSvr(verification, emission)
    case 'test-result':
      return buildTestResult(verification)
  }
}

/** Name of the first thing that was asked for and is in the report, or its digest where it has none. */
function nameResource({ subjects: [first] }: Verification): string {
  const [[algorithm, hex] = []] = Object.entries(first?.digest ?? {})
  return first?.name ?? `${algorithm}:${hex}`
}
