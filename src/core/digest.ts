/**
 * Reads a digest as people paste it: with its algorithm, or bare.
 *
 * @returns The canonical form, an empty text for an empty one, or undefined when it is no digest.
 */
export function parseDigest(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === '') return ''
  const [, algorithm, hex = ''] = /^(?:(sha256|gitcommit):)?([0-9a-f]+)$/.exec(trimmed) ?? []
  if (hex.length === 40 && algorithm !== 'sha256') return `gitCommit:${hex}`
  if (hex.length === 64) return algorithm === 'gitcommit' ? `gitCommit:${hex}` : `sha256:${hex}`
  return undefined
}
