import { parseMoment } from './moment.ts'
import type { PublicKey } from './public-key.ts'

export interface TrustedKey {
  publicKey: PublicKey
  /** First moment at which its signatures count. */
  notBefore?: string
  /** First moment at which they no longer do. */
  notAfter?: string
  revokedAt?: string
  revocationReason?: string
}

/** A person of the trust file: the only place from which identities and roles come. */
export interface TrustedSigner {
  id: string
  roles: string[]
  keys: TrustedKey[]
}

export type KeyStanding = 'valid' | 'key-not-yet-valid' | 'key-expired' | 'key-revoked'

/** What a key's signatures are worth at the moment of verifying: a stolen old key could back-date what it signs. */
export function judgeKey({ notBefore, notAfter, revokedAt }: TrustedKey, now: Date): KeyStanding {
  if (isReached(revokedAt, now)) return 'key-revoked'
  if (isReached(notAfter, now)) return 'key-expired'
  return notBefore === undefined || isReached(notBefore, now) ? 'valid' : 'key-not-yet-valid'
}

function isReached(moment: string | undefined, now: Date): boolean {
  return moment !== undefined && (parseMoment(moment) ?? Number.POSITIVE_INFINITY) <= now.getTime()
}
