/** Letters, digits, dots and hyphens: it stands in storage keys, file names and signed statements. */
export function isRolloutId(text: string): boolean {
  return text.length <= maxRolloutIdLength && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text)
}

export const maxRolloutIdLength = 60

/**
 * An id for a rollout from its name: `payments-2.4.0` of "Payments 2.4.0".
 *
 * @param taken Ids in use; a number keeps the new one apart from them.
 */
export function proposeRolloutId(name: string, platform: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
  const slug = words
    .replace(/[.-]*-[.-]*/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
  const base =
    slug.slice(0, maxRolloutIdLength - 5).replace(/[.-]+$/, '') ||
    `${platform.slice(0, maxRolloutIdLength - 20)}-rollout`
  let id = base
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`
  return id
}
