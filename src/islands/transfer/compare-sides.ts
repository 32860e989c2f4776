/** The two sides of a comparison: where each comes from, and how the address of the page names them. */
import type { RolloutContents } from '../../core/rollout-file.ts'

/** Rollouts of one file, as the choice of a side offers them. */
export interface LoadedFile {
  name: string
  rollouts: readonly RolloutContents[]
}

/** What is chosen on one side. */
export type Choice =
  | { kind: 'none' }
  /** A rollout of this browser. */
  | { kind: 'stored'; id: string }
  /** A file that is still to be chosen. */
  | { kind: 'a file' }
  /** A rollout of the file that was chosen on this side. */
  | { kind: 'loaded'; id: string }

/** Before and after. */
export type Sides = [before: Choice, after: Choice]

/** The choice as the value of an option; ids have no colon. */
export function encodeChoice(choice: Choice): string {
  return 'id' in choice ? `${choice.kind}:${choice.id}` : choice.kind
}

export function parseChoice(text: string): Choice {
  const [, kind, id] = /^(stored|loaded):(.*)$/s.exec(text) ?? []
  if (id !== undefined && (kind === 'stored' || kind === 'loaded')) return { kind, id }
  return text === 'a file' ? { kind: text } : { kind: 'none' }
}

const parameters = ['compare', 'with'] as const

/** What the address names: `?compare=payments-2.3.0&with=payments-2.4.0`. */
export function readSides(search: string): Sides {
  const given = new URLSearchParams(search)
  const [before, after] = parameters.map((name): Choice => {
    const id = given.get(name)
    return id ? { kind: 'stored', id } : { kind: 'none' }
  })
  return [before ?? { kind: 'none' }, after ?? { kind: 'none' }]
}

/** The address with both sides in it; a file has no place there, because no other page could open it. */
export function writeSides(href: string, sides: Sides): string {
  const url = new URL(href)
  for (const [index, name] of parameters.entries()) {
    const choice = sides[index]
    if (choice?.kind === 'stored') url.searchParams.set(name, choice.id)
    else url.searchParams.delete(name)
  }
  return url.href
}

/**
 * Why two sides cannot be compared; undefined when they can.
 *
 * @param chosen Platform of the rollout on either side.
 */
export function findObstacle(
  [before, after]: Sides,
  chosen: readonly [before: string, after: string],
  platforms: readonly { id: string; title: string }[],
): string | undefined {
  if (before.kind === 'stored' && after.kind === 'stored' && before.id === after.id) {
    return 'Both sides are the same rollout. Choose another one on either side.'
  }
  const nameOf = (platform: string) => platforms.find(({ id }) => id === platform)?.title ?? platform
  if (chosen[0] !== chosen[1]) {
    return `These are rollouts of two platforms, ${nameOf(chosen[0])} and ${nameOf(chosen[1])}, which share no items. Choose two of one platform.`
  }
  const isKnown = platforms.some(({ id }) => id === chosen[0])
  return isKnown ? undefined : `This site has no platform "${chosen[0]}", so it knows none of the items.`
}
