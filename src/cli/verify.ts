import { type Verification, verifyAttestation } from '../core/signoff/index.ts'
import type { Command } from './command.ts'
import type { Io } from './io.ts'
import { printLines } from './print.ts'
import { readVerifyCall, type VerifyCall } from './verify-call.ts'
import { layVerification } from './verify-lines.ts'
import { emitSummary, writeJson, writeJunit } from './verify-outputs.ts'

/** The gate: whether the right people signed that this rollout may go. */
export const verify: Command = {
  summary: 'Decide whether a signed report lets a rollout go: the gate of a pipeline',
  usage:
    'verify FILE... --trust FILE --subject ALG:HEX|FILE --rollout ID --environment ENV --checklist FILE|sha256:HEX',
  help: `
FILE is an envelope (NAME.dsse.json) or a Sigstore bundle; several have to sign the same bytes. Who
may sign, and who has to, comes from the trust file only: keep it in a protected place, never in
what is being rolled out. Nothing is accepted by default, so all of these are needed:

  --trust FILE          people, their keys and roles, and who has to sign
  --subject ALG:HEX     what is rolled out: sha256, sha384, sha512 or gitCommit, a colon, the digits;
                        or a file, of which the SHA-256 is taken. Each one has to be in the report
  --rollout ID          the rollout
  --environment ENV     where it goes
  --checklist FILE      the published checklist, or sha256: and its digest, by which its items cannot
                        be compared; or the name of a platform, for the checklist beside the tool

They can only raise the bar:

  --require ROLE[=N]    at least one person, or N, who signs in this role; may be repeated
  --max-age-days N      refuse a report that was frozen longer ago
  --no-exceptions       accept PASSED only: no accepted risk, no should that is open
  --trust-sha256 HEX    refuse any other trust file

Others:

  --at TIME             judge as of then, for auditors: 2026-12-04T00:00:00Z, or a day; said in the
                        output, and not to be had with --emit
  --predicate-type URI  check envelope, people and subject of an attestation of another type; the
                        rules of readiness are not applied, and what asks for them is refused;
                        --environment then only adds those who have to sign there
  --json FILE           what was found, with the codes of all reasons; - is the standard output
  --junit FILE          the same as JUnit XML
  --emit KIND           if the report is accepted, print a predicate for the pipeline to sign: vsa
                        (SLSA Verification Summary v1), svr (in-toto svr v0.2) or test-result
                        (in-toto test-result v0.1)
  --verifier-id URI     in it: who verified; by default the address of the tool
  --resource-uri URI    in a vsa: what is rolled out; by default the name of its first subject
  --policy-uri URI      in it: where the trust file is; by default as --trust names it

With --emit, --json - or --junit -, what is for people goes to the standard error.

Exit codes
  0  accepted
  1  refused: signatures, people, subject, rollout, dates, checklist, result, or no envelope at all
  2  cannot judge: the call is wrong, a file is missing or empty, or the trust file is refused`,
  async run(args, io) {
    const call = await readVerifyCall(args, io)
    const verification = await verifyAttestation(call.files, call.trustFile, call.options)
    if (call.json !== undefined) await writeJson(io, call.json, verification, call)
    if (call.junit !== undefined) await writeJunit(io, call.junit, verification, call)
    if (call.emit && verification.status === 'accepted') emitSummary(io, verification, call.emit)
    printLines(chooseOutput(io, call, verification), layVerification(verification, call))
    return verification.exitCode
  },
}

/** What a program reads has the standard output for itself; what keeps from judging is a complaint. */
function chooseOutput(io: Io, { json, junit, emit }: VerifyCall, { status }: Verification): Io['stdout'] {
  return emit || json === '-' || junit === '-' || status === 'trouble' ? io.stderr : io.stdout
}
