/** What a trust file that is right will not do today: for whoever keeps it, not for the gate. */
import { buildReason, quoteText } from './errors.ts'
import { assignRoles, raiseRequirements } from './policy.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import type { Trust } from './trust.ts'
import { judgeKey } from './trusted-signer.ts'

const standingWords: Partial<Record<ReasonCode, string>> = {
  'key-not-yet-valid': 'is not valid yet',
  'key-expired': 'is no longer valid',
  'key-revoked': 'was revoked',
}

/** Keys that do not count at a moment, and requirements that nobody can meet then. */
export function listTrustNotices({ signers, policy }: Pick<Trust, 'signers' | 'policy'>, now: Date): Reason[] {
  const tell = (code: ReasonCode, fault: string, path: string) => buildReason(code, 'Trust file', fault, path)
  const keys = signers.flatMap(({ id, keys }, index) =>
    keys.flatMap((key, at) => {
      const standing = judgeKey(key, now)
      if (standing === 'valid') return []
      return [tell(standing, `of ${quoteText(id)} ${standingWords[standing]}`, `signers[${index}].keys[${at}]`)]
    }),
  )
  const able = signers.filter((signer) => signer.keys.some((key) => judgeKey(key, now) === 'valid'))
  const rules = [{ path: 'policy.require', list: policy.require }]
  for (const [name, { require: list }] of Object.entries(policy.environments ?? {})) {
    rules.push({ path: `policy.environments.${name}.require`, list: raiseRequirements(policy.require, list) })
  }
  const unmet = rules.flatMap(({ path, list }) =>
    assignRoles(able, list).missing.map(({ role, count }) =>
      tell('role-missing', `lacks ${count} with a valid key for ${quoteText(role)}`, path),
    ),
  )
  return [...keys, ...unmet]
}
