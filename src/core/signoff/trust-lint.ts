/** What makes a trust file unfit although its members are right (signoff.md §5.3). */
import { buildReason, quoteText } from './errors.ts'
import { findLookalikes, mixesScripts } from './identifier.ts'
import { parseMoment } from './moment.ts'
import { assignRoles, type Requirement, raiseRequirements } from './policy.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import { maxTrustKeys, type TrustFile } from './trust-schema.ts'
import type { TrustedKey, TrustedSigner } from './trusted-signer.ts'

type Policy = TrustFile['policy']

/**
 * Every fault of people, keys and policy.
 *
 * @param policy Absent for the entry of one person.
 */
export function lintTrust(signers: readonly TrustedSigner[], policy?: Policy): Reason[] {
  const faults = [
    ...lintIds(signers),
    ...lintKeys(signers),
    ...signers.flatMap(({ keys }, index) => keys.flatMap((key, at) => lintDates(key, `signers[${index}].keys[${at}]`))),
    ...lintRoles(signers, policy),
  ]
  // Of people who are not told apart it means nothing whether they are enough.
  return faults.length > 0 || !policy ? faults : lintPolicy(signers, policy)
}

const tell = (code: ReasonCode, path: string, fault: string) => buildReason(code, 'Trust file', fault, path)

function lintIds(signers: readonly TrustedSigner[]): Reason[] {
  const ids = signers.map(({ id }) => id)
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [tell('id-reused', at(index, 'id'), `repeats ${quoteText(id)}`)] : [],
    ),
    ...ids.flatMap((id, index) => (mixesScripts(id) ? [tell('lookalike', at(index, 'id'), 'mixes alphabets')] : [])),
    ...findLookalikes(ids).map(({ name, twin }) =>
      tell('lookalike', at(ids.indexOf(name), 'id'), `${quoteText(name)} looks like ${quoteText(twin)}`),
    ),
  ]
}

const at = (index: number, name: string) => `signers[${index}].${name}`

/** A key under two ids would make two people of one; twice under one id it is a slip that hides what was meant. */
function lintKeys(signers: readonly TrustedSigner[]): Reason[] {
  const owners = new Map<string, string>()
  const reasons: Reason[] = []
  for (const [index, { id, keys }] of signers.entries()) {
    for (const [place, { publicKey }] of keys.entries()) {
      const owner = owners.get(publicKey.keyid)
      if (owner !== undefined) {
        reasons.push(tell('key-reused', at(index, `keys[${place}]`), `is the key of ${quoteText(owner)} already`))
      }
      owners.set(publicKey.keyid, owner ?? id)
    }
  }
  if (owners.size > maxTrustKeys) reasons.push(tell('too-many', 'signers', `hold more than ${maxTrustKeys} keys`))
  return reasons
}

function lintDates({ notBefore, notAfter, revokedAt, revocationReason }: TrustedKey, path: string): Reason[] {
  const [begin, end] = [notBefore, notAfter].map((moment) => (moment === undefined ? undefined : parseMoment(moment)))
  return [
    ...(begin !== undefined && end !== undefined && begin >= end
      ? [tell('key-dates', path, 'ends before it begins')]
      : []),
    ...(revocationReason !== undefined && revokedAt === undefined
      ? [tell('key-dates', path, 'has a reason for being revoked and no "revokedAt"')]
      : []),
  ]
}

function lintRoles(signers: readonly TrustedSigner[], policy: Policy | undefined): Reason[] {
  const repeated = signers.flatMap(({ roles }, index) =>
    new Set(roles).size < roles.length ? [tell('role-repeated', at(index, 'roles'), 'names a role twice')] : [],
  )
  const required = policy ? listRules(policy).flatMap(({ rules }) => rules.map(({ role }) => role)) : []
  return [
    ...repeated,
    ...lintNames([...signers.flatMap(({ roles }) => roles), ...required]),
    ...lintNames(Object.keys(policy?.environments ?? {})),
  ]
}

function lintNames(names: readonly string[]): Reason[] {
  const mixed = [...new Set(names)].filter(mixesScripts)
  return [
    ...mixed.map((name) => tell('lookalike', '', `mixes alphabets in ${quoteText(name)}`)),
    ...findLookalikes(names).map(({ name, twin }) =>
      tell('lookalike', '', `names ${quoteText(name)}, which looks like ${quoteText(twin)}`),
    ),
  ]
}

interface Rules {
  path: string
  rules: readonly Requirement[]
}

function listRules({ require: base, environments = {} }: Policy): Rules[] {
  const others = Object.entries(environments).map(([name, own]) => ({
    path: `policy.environments.${name}.require`,
    rules: own.require,
  }))
  return [{ path: 'policy.require', rules: base }, ...others]
}

function lintPolicy(signers: readonly TrustedSigner[], policy: Policy): Reason[] {
  return listRules(policy).flatMap(({ path, rules }) => {
    const faults = rules.flatMap((rule, index) => lintRule(rule, `${path}[${index}]`, signers))
    const roles = rules.map(({ role }) => role)
    if (new Set(roles).size < roles.length) faults.push(tell('role-repeated', path, 'names a role twice'))
    if (faults.length > 0) return faults
    // Each role alone has its people, and together they may be the same ones.
    const { missing } = assignRoles(signers, raiseRequirements(policy.require, rules))
    return missing.length > 0 ? [tell('policy-unsatisfiable', path, 'asks for more people than there are')] : []
  })
}

function lintRule({ role, count }: Requirement, path: string, signers: readonly TrustedSigner[]): Reason[] {
  const holders = new Set(signers.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)).size
  if (holders === 0) return [tell('role-unheld', path, `requires ${quoteText(role)}, which nobody holds`)]
  if (count <= holders) return []
  return [tell('count-out-of-range', path, `requires ${count} of ${quoteText(role)}, and ${holders} hold it`)]
}
