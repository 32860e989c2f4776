/** Which required roles are signed for, as far as the names that people claim go: a trust file alone decides. */
import { assignRoles, type Requirement } from '../../core/signoff/index.ts'
import type { FrozenReport } from '../../stores/signoff.ts'

export interface ClaimedRoles {
  /** Required, and not even claimed by anybody who signed. */
  missing: Requirement[]
  /** Signatures whose key, and so whose role, nobody here knows. */
  unknown: number
}

/** One person counts once, whatever the number of keys and roles. */
export function claimRoles({ statement, signatures }: Pick<FrozenReport, 'statement' | 'signatures'>): ClaimedRoles {
  const signers = signatures.flatMap(({ signer }) => (signer ? [signer] : []))
  const people = new Map<string, string[]>()
  for (const { name, roles } of signers) people.set(name, [...(people.get(name) ?? []), ...roles])
  const holders = [...people].map(([id, roles]) => ({ id, roles }))
  const { missing } = assignRoles(holders, statement.predicate.requiredSignoffs)
  return { missing, unknown: signatures.length - signers.length }
}
