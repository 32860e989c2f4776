/** Step 5 of the procedure: people, not signatures (signoff.md §5.3, §8). */
import { buildReason, quoteText } from './errors.ts'
import { assignRoles, type Requirement } from './policy.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import type { TrustedSigner } from './trusted-signer.ts'
import type { Verification } from './verification.ts'

/** Those whose signature counts; their order is that of the trust file. */
export function listPeople(
  { signatures }: Pick<Verification, 'signatures'>,
  signers: readonly TrustedSigner[],
): TrustedSigner[] {
  const counted = new Set(signatures.flatMap(({ person, ignored }) => (ignored ? [] : [person])))
  return signers.filter(({ id }) => counted.has(id))
}

/** Gives everybody their place, writes it down, and tells which places stay empty. */
export function assignPeople(draft: Verification, people: readonly TrustedSigner[], code: ReasonCode): Reason[] {
  const { filled, missing } = assignRoles(people, draft.required)
  const fills = new Map(filled.map(({ person, role }) => [person, role]))
  draft.missing = missing
  draft.signers = people.map(({ id, roles }) => {
    const role = fills.get(id)
    return { id, roles, ...(role !== undefined && { fills: role }) }
  })
  const nobody = buildReason('no-valid-signature', 'Envelope', 'has no valid signature by anybody of the trust file')
  return [...(people.length === 0 ? [nobody] : []), ...missing.map((place) => describePlace(place, code))]
}

function describePlace({ role, count }: Requirement, code: ReasonCode): Reason {
  const by = code === 'signoff-missing' ? 'by the statement itself' : 'by the policy'
  const people = `${count} more ${count === 1 ? 'person' : 'people'}`
  return buildReason(code, 'Sign-off', `lacks ${people} as ${quoteText(role)}, required ${by}`)
}
