/** What the parts of the page share: which answers are gaps, what is filtered, and which fields are open. */
import { atom } from 'nanostores'
import { now } from '../../browser/environment.ts'
import { pagePlatform, termsOf } from '../../browser/page-facts.ts'
import { judgeItem } from '../../core/index.ts'
import { progressOf } from '../../stores/progress.ts'
import type { PageDecision } from './page.ts'
import { type AnswerReader, judgeDecision, type Standing } from './standing.ts'

export const platform = pagePlatform ?? ''

const filterName = 'only'
const filterValue = 'gaps'

export const $onlyGaps = atom(new URLSearchParams(location.search).get(filterName) === filterValue)

/** Items whose field is open: they stay in sight until it is closed. */
export const $open = atom<ReadonlySet<string>>(new Set())

/** How typed answers are read, once that is loaded. */
export const $reader = atom<AnswerReader | undefined>(undefined)

export function standingOf({ item, decision }: PageDecision): Standing {
  const { $items, $rollout } = progressOf(platform)
  const record = $items.get()[item]
  const status = judgeItem(record, termsOf(platform, item), $rollout.get(), now())
  return judgeDecision(decision, record, status, $reader.get())
}

/** The choice stays in the address, so that a reload and a link show the same. */
export function filterGaps(isOn: boolean): void {
  const address = new URL(location.href)
  if (isOn) address.searchParams.set(filterName, filterValue)
  else address.searchParams.delete(filterName)
  history.replaceState(history.state, '', address)
  $onlyGaps.set(isOn)
}

export function setOpen(item: string, isOpen: boolean): void {
  const open = new Set($open.get())
  if (isOpen) open.add(item)
  else open.delete(item)
  $open.set(open)
}

/** Calls back now and whenever anything that decisions depend on changes. */
export function watch(draw: () => void): () => void {
  const { $items, $rollout } = progressOf(platform)
  const stops = [$items, $rollout, $onlyGaps, $open, $reader].map((store) => store.listen(() => draw()))
  draw()
  return () => {
    for (const stop of stops) stop()
  }
}
