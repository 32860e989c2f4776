/** The trust file for other tools: `allowed_signers` of OpenSSH, and PEM files for cosign and openssl. */
import { quoteText, refuse } from './errors.ts'
import { parseMoment } from './moment.ts'
import { formatOpenSsh, formatPem } from './public-key.ts'
import type { Trust } from './trust.ts'
import type { TrustedKey, TrustedSigner } from './trusted-signer.ts'

/**
 * Lines for `ssh-keygen -Y verify -f` (ssh-keygen(1), "ALLOWED SIGNERS"). A revoked key ends when it was revoked.
 *
 * @throws {FormatError} For an id that would be a pattern there, and so allow others.
 */
export function formatAllowedSigners({ signers }: Pick<Trust, 'signers'>): string {
  const lines = signers.flatMap((signer) =>
    signer.keys.map((key) => {
      const options = listOptions(key)
      return [principalOf(signer), ...(options ? [options] : []), formatOpenSsh(key.publicKey, signer.id)].join(' ')
    }),
  )
  return `${lines.join('\n')}\n`
}

/** Every key as PEM, by a file name that says whose it is and that no other key has. */
export function listTrustPems({ signers }: Pick<Trust, 'signers'>): { name: string; pem: string; key: TrustedKey }[] {
  const numbers = new Map<string, number>()
  return signers.flatMap(({ id, keys }) => {
    const owner =
      id
        .toLowerCase()
        .replace(/[^a-z0-9@._-]+/g, '-')
        .replace(/^[.-]+/, '') || 'signer'
    return keys.map((key) => {
      const number = (numbers.get(owner) ?? 0) + 1
      numbers.set(owner, number)
      return { name: `${owner}-${number}.pem`, pem: formatPem(key.publicKey), key }
    })
  })
}

function principalOf({ id }: TrustedSigner): string {
  if (!/[\s*?!,"#\\]/.test(id)) return id
  return refuse('identifier', 'Trust file', `holds the id ${quoteText(id)}, which allowed_signers reads as a pattern`)
}

function listOptions({ notBefore, notAfter, revokedAt }: TrustedKey): string {
  const ends = [notAfter, revokedAt].flatMap((moment) => (moment === undefined ? [] : [parseMoment(moment) ?? 0]))
  const begin = notBefore === undefined ? [] : [`valid-after="${formatSshMoment(parseMoment(notBefore) ?? 0)}"`]
  const end = ends.length === 0 ? [] : [`valid-before="${formatSshMoment(Math.min(...ends))}"`]
  return [...begin, ...end].join(',')
}

/** `20261121093000Z`, which OpenSSH 9.1 and later reads as UTC. */
function formatSshMoment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
}
