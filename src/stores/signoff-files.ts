/** Files of others: their signatures join ours over identical bytes, and what they sign can be opened here. */
import type { StoredSigner } from '../browser/signoff-store.ts'
import { equalBytes, sha256Hex } from '../core/bytes.ts'
import {
  addSignature,
  type Bytes,
  type Envelope,
  FormatError,
  parseReadinessStatement,
  type ReadinessStatement,
} from '../core/signoff/index.ts'
import { type KnownSigner, listSignatures, readSigners, screenSignatures, storeSigner } from './signers.ts'
import { $frozen, type FrozenReport, keepReport } from './signoff.ts'

/** What a file turned out to be. */
export type Arrival = { name: string } & (
  | { kind: 'envelope'; envelope: Envelope; signers: StoredSigner[] }
  | { kind: 'statement'; payload: Uint8Array }
  | { kind: 'keys'; signers: StoredSigner[] }
  | { kind: 'signature'; sig: Bytes }
  | { kind: 'refused'; reasons: string[] }
)

/** What became of it. */
export type Outcome = { name: string } & (
  | { kind: 'opened' | 'merged'; sha256: string; added: number; leftOut: number }
  /** Another report about the same rollout: never merged, and opened beside only when somebody asks for it. */
  | { kind: 'other'; statement: ReadinessStatement; open: () => Promise<Outcome> }
  | { kind: 'named'; names: string[] }
  | { kind: 'refused'; reasons: string[] }
)

/**
 * Takes in files that came together, so that a signature finds the key that was sent with it.
 *
 * @param shown Report that the person looks at.
 */
export async function takeArrivals(arrivals: readonly Arrival[], shown: FrozenReport | undefined): Promise<Outcome[]> {
  const brought = await readSigners(
    arrivals.flatMap((arrival) => (arrival.kind === 'envelope' || arrival.kind === 'keys' ? arrival.signers : [])),
  )
  const outcomes: Outcome[] = []
  for (const arrival of [...arrivals].sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind))) {
    outcomes.push(await takeArrival(arrival, brought, shown))
  }
  return outcomes
}

/** Reports before signatures that belong to them, and keys last, when everything that they name is there. */
const order: readonly Arrival['kind'][] = ['refused', 'statement', 'envelope', 'signature', 'keys']

async function takeArrival(
  arrival: Arrival,
  brought: readonly KnownSigner[],
  shown: FrozenReport | undefined,
): Promise<Outcome> {
  const { name } = arrival
  try {
    switch (arrival.kind) {
      case 'refused':
        return arrival
      case 'statement':
        return await takeEnvelope(name, { payload: new Uint8Array(arrival.payload), signatures: [] }, brought, shown)
      case 'envelope':
        return await takeEnvelope(name, arrival.envelope, brought, shown)
      case 'signature':
        return await takeSignature(name, arrival.sig, brought, shown)
      case 'keys':
        return await takeKeys(name, arrival.signers)
    }
  } catch (error) {
    if (error instanceof FormatError)
      return { kind: 'refused', name, reasons: error.reasons.map(({ message }) => message) }
    throw error
  }
}

async function takeEnvelope(
  name: string,
  envelope: Envelope,
  brought: readonly KnownSigner[],
  shown: FrozenReport | undefined,
): Promise<Outcome> {
  const statement = parseReadinessStatement(envelope.payload)
  const sha256 = await sha256Hex(envelope.payload)
  const known = $frozen.get().reports.find((report) => report.sha256 === sha256)
  const join = async (): Promise<Outcome> => {
    const { signatures, signers, leftOut } = await screenSignatures(envelope, [...(known?.signers ?? []), ...brought])
    await keepReport(envelope.payload, { signatures, signers: signers.map(storeSigner) })
    const before = known?.envelope.signatures ?? []
    const added = signatures.filter(({ sig }) => !before.some((other) => equalBytes(other.sig, sig))).length
    return { kind: known ? 'merged' : 'opened', name, sha256, added, leftOut }
  }
  const isOther = !known && shown && isSameRollout(shown.statement, statement)
  return isOther ? { kind: 'other', name, statement, open: join } : join()
}

async function takeSignature(
  name: string,
  sig: Bytes,
  brought: readonly KnownSigner[],
  shown: FrozenReport | undefined,
): Promise<Outcome> {
  const reports = $frozen.get().reports
  for (const report of shown ? [shown, ...reports] : reports) {
    for (const signer of [...brought, ...report.signers]) {
      const signed = await addSignature(report.envelope, sig, signer.key)
      if (!signed) continue
      await keepReport(report.envelope.payload, { signatures: signed.signatures, signers: [storeSigner(signer)] })
      const added = signed.signatures.length - report.envelope.signatures.length
      return { kind: 'merged', name, sha256: report.sha256, added, leftOut: 0 }
    }
  }
  const reason =
    'The signature is by none of the keys known here over any frozen report here. Choose it together with the PEM of its public key.'
  return { kind: 'refused', name, reasons: [reason] }
}

/** Names the signatures that these keys made. */
async function takeKeys(name: string, stored: readonly StoredSigner[]): Promise<Outcome> {
  const signers = await readSigners(stored)
  const named = new Set<string>()
  for (const { envelope } of $frozen.get().reports) {
    const seen = await listSignatures(envelope, signers)
    const makers = signers.filter((each) => seen.some(({ signer }) => signer === each))
    if (makers.length > 0) await keepReport(envelope.payload, { signers: makers.map(storeSigner) })
    for (const maker of makers) named.add(maker.name)
  }
  if (named.size > 0) return { kind: 'named', name, names: [...named] }
  return { kind: 'refused', name, reasons: ['No signature of a frozen report here is by a key of this file.'] }
}

function isSameRollout(left: ReadinessStatement, right: ReadinessStatement): boolean {
  const { id, environment } = left.predicate.rollout
  return id === right.predicate.rollout.id && environment === right.predicate.rollout.environment
}
