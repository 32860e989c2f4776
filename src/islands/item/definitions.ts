/** The published checklist of a platform, fetched once a page: what a panel knows of its item beside the row. */
import { atom, type WritableAtom } from 'nanostores'
import type { Checklist, Item } from '../../core/checklist.ts'

/** Items by id, or why there are none. */
export type Definitions =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'loaded'; items: ReadonlyMap<string, Item> }

/** A connection that hangs is no better than none. */
const patienceMs = 20_000

const opened = new Map<string, { $definitions: WritableAtom<Definitions>; settled: Promise<void> }>()

export function definitionsOf(platform: string): WritableAtom<Definitions> {
  const existing = opened.get(platform)
  if (existing) return existing.$definitions
  const $definitions = atom<Definitions>({ kind: 'loading' })
  opened.set(platform, { $definitions, settled: load(platform, $definitions) })
  return $definitions
}

/** Resolves when a platform's checklist is there, or is known not to come. */
export async function whenDefined(platform: string): Promise<void> {
  definitionsOf(platform)
  await opened.get(platform)?.settled
}

export function loadAgain(platform: string): void {
  const $definitions = definitionsOf(platform)
  if ($definitions.get().kind !== 'failed') return
  $definitions.set({ kind: 'loading' })
  opened.set(platform, { $definitions, settled: load(platform, $definitions) })
}

async function load(platform: string, $definitions: WritableAtom<Definitions>): Promise<void> {
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/')
  $definitions.set(await fetchDefinitions(`${base}${platform}/checklist.json`))
}

async function fetchDefinitions(url: string): Promise<Definitions> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) return { kind: 'failed', message: `it answered with status ${response.status}` }
    const { sections }: Checklist = await response.json()
    return { kind: 'loaded', items: new Map(sections.flatMap(({ items }) => items).map((item) => [item.id, item])) }
  } catch {
    return { kind: 'failed', message: 'check the connection' }
  }
}
