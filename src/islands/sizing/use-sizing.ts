import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { isPlanLink, parsePlanLink } from '../../core/sizing/index.ts'
import { $said, say } from '../rollouts/said.ts'
import { type Draft, draftOf, emptyDraft } from './draft.ts'
import { areDraftsStored, loadDraft, removeDraft, saveDraft, watchDraft } from './kept-draft.ts'
import { readDraft } from './read-draft.ts'

/** The inputs, what is wrong with them, and everything that can be done with them; every change is kept. */
export function useSizing() {
  const [draft, setDraft] = useState<Draft>(() => loadDraft('own') ?? emptyDraft)
  const [isKept, setKept] = useState(true)
  /** Inputs that were here before a link was opened. */
  const [before, setBefore] = useState(() => loadDraft('beforeLink'))
  const [linkFaults, setLinkFaults] = useState<readonly string[]>([])
  const latest = useRef(draft)
  const read = useMemo(() => readDraft(draft), [draft])
  /** What is shown while a field is being corrected. */
  const shown = useRef(read.scenario)
  if (read.scenario) shown.current = read.scenario

  const take = (next: Draft) => {
    latest.current = next
    setDraft(next)
  }
  const keep = (next: Draft): boolean => {
    take(next)
    const isStored = saveDraft('own', next)
    setKept(areDraftsStored())
    return isStored
  }
  const change = (part: Partial<Draft>) => {
    if ($said.get()) $said.set(undefined)
    keep({ ...latest.current, ...part })
  }
  /** What replaces much at once can be undone. */
  const replace = (part: Partial<Draft>, text: string) => {
    const old = latest.current
    const isStored = keep({ ...old, ...part })
    say(text, isStored, () => say('It is back as it was.', keep(old)))
  }
  const openLink = () => {
    if (!isPlanLink(location.hash)) return
    const parsed = parsePlanLink(location.hash)
    setLinkFaults(parsed.kind === 'refused' ? parsed.faults : [])
    if (parsed.kind === 'refused') return
    // A reload has to show what was changed since, not the link again.
    history.replaceState(null, '', location.pathname)
    const next = draftOf(parsed.scenario)
    const own = loadDraft('own')
    const isOther = own !== undefined && JSON.stringify(own) !== JSON.stringify(next)
    // A second link takes the place of the first one's inputs, and never of somebody's own that are kept already.
    if (isOther && loadDraft('beforeLink')) return replace(next, 'These are the inputs of the link.')
    if (isOther) {
      saveDraft('beforeLink', own)
      setBefore(own)
    }
    keep(next)
  }
  const leaveLink = (isBack: boolean) => {
    const own = before
    if (!own) return
    removeDraft('beforeLink')
    setBefore(undefined)
    if (isBack) return replace(own, 'Your own inputs are back.')
    say('Your inputs from before are forgotten.', true, () => {
      say('They are kept again.', saveDraft('beforeLink', own))
      setBefore(own)
    })
  }
  useEffect(() => {
    openLink()
    addEventListener('hashchange', openLink)
    watchDraft(take)
    return () => removeEventListener('hashchange', openLink)
  }, [])
  return {
    draft,
    ...read,
    shown: shown.current,
    isKept,
    before,
    linkFaults,
    change,
    replace,
    leaveLink,
  }
}

export type SizingDesk = ReturnType<typeof useSizing>
