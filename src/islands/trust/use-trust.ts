import { useEffect, useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { loadTrustDraft, type StoredTrustDraft, saveTrustDraft, watchTrustDraft } from '../../browser/trust-draft.ts'
import type { Core } from '../verify/core.ts'
import { buildTrustFile, type DraftSigner, emptyDraft, type TrustDraft } from './draft.ts'
import { addSigner, describeAddition, readEntry } from './entries.ts'
import { type Lint, lintDraft } from './lint.ts'
import { readDraft } from './read-draft.ts'
import { formatRefusal, readGiven } from './read-given.ts'

/** A draft and the text of the file that it began with. */
interface Work {
  draft: TrustDraft
  opened: string
}

export interface Told {
  said?: string
  problems: readonly string[]
  /** The way back to what lay here before. */
  undo?: () => void
  /** What was pressed is gone, and the next thing of its kind stands in its place: the focus must not stay there. */
  takesFocus?: boolean
}

const silent: Told = { problems: [] }
const emptyWork: Work = { draft: emptyDraft, opened: '' }
/** The trust file that is being made, and all that can be done with it; every change is kept and linted. */
export function useTrust(core: Core) {
  const [work, setWork] = useState<Work>(() => loadTrustDraft(readWork) ?? emptyWork)
  const [isKept, setKept] = useState(true)
  const [told, setTold] = useState<Told>(silent)
  const latest = useRef(work)
  const lint = useLint(core, work.draft)
  useEffect(() => watchTrustDraft((stored) => take(readWork(stored) ?? latest.current)), [])

  const take = (next: Work) => {
    latest.current = next
    setWork(next)
  }
  const keep = (next: Work) => {
    take(next)
    setKept(saveTrustDraft({ trust: buildTrustFile(next.draft), opened: next.opened }))
  }
  /** What replaces or removes can be undone. */
  const replace = (next: Work, said: string, takesFocus = false) => {
    const before = latest.current
    keep(next)
    setTold({ said, problems: [], undo: () => restore(before), takesFocus })
  }
  const restore = (before: Work) => {
    keep(before)
    setTold({ said: 'It is back as it was.', problems: [] })
  }
  const addOne = (signer: DraftSigner): string => {
    const { draft, opened } = latest.current
    const next = addSigner(draft, signer)
    keep({ draft: next, opened })
    return describeAddition(draft, signer, next)
  }
  const add = async (text: string, id: string): Promise<string | undefined> => {
    const entry = await readEntry(core, text, id)
    setTold(entry.kind === 'entry' ? { said: addOne(entry.signer), problems: [] } : silent)
    return entry.kind === 'refused' ? formatRefusal(entry) : undefined
  }
  const addFiles = async (files: readonly File[]) => {
    const problems: string[] = []
    for (const file of files) {
      const given = await readGiven(core, file)
      if (given.kind === 'refused') problems.push(given.message)
      else if (given.kind === 'entry') setTold({ said: addOne(given.signer), problems: [] })
      else replace({ draft: given.draft, opened: given.text }, `Opened ${file.name}.`)
    }
    if (problems.length > 0) setTold({ problems })
  }

  return {
    ...work,
    lint,
    isKept,
    told,
    change: (part: Partial<TrustDraft>) => {
      setTold(silent)
      keep({ ...latest.current, draft: { ...latest.current.draft, ...part } })
    },
    remove: (part: Partial<TrustDraft>, what: string) => {
      const { draft, opened } = latest.current
      replace({ draft: { ...draft, ...part }, opened }, `Removed ${what || 'somebody without an id'}.`, true)
    },
    add,
    addFiles,
    startOver: () => replace(emptyWork, 'Started over with an empty file.'),
  }
}

function readWork({ trust, opened }: StoredTrustDraft): Work | undefined {
  const draft = readDraft(trust)
  return draft && { draft, opened }
}

/** The lint of a draft; while one is being made, the one before stays. */
function useLint(core: Core, draft: TrustDraft): Lint | undefined {
  const [lint, setLint] = useState<Lint>()
  useEffect(() => {
    let isCurrent = true
    lintDraft(core, draft, now()).then((found) => {
      if (isCurrent) setLint(found)
    })
    return () => {
      isCurrent = false
    }
  }, [draft])
  return lint
}
