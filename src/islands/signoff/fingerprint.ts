/** `SHA256:` and groups of four: what two people read to each other. */
export function groupFingerprint(keyid: string): string[] {
  const [algorithm = '', digits = ''] = keyid.split(':')
  return digits === '' ? [keyid] : [`${algorithm}:`, ...(digits.match(/.{1,4}/g) ?? [])]
}

/** Part of a file name that says whose key it is; nothing in it has a meaning to a shell. */
export function formatOwner(name: string, keyid: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  return words || keyid.slice(7, 15).replace(/[^A-Za-z0-9]/g, '-')
}
