import { useEffect, useState } from 'preact/hooks'
import { storage } from '../../browser/environment.ts'
import { wordingKey } from '../../browser/record-reader.ts'
import { readWording } from '../wording.ts'
import type { Run } from './word-diff.ts'

interface Props {
  row: HTMLElement
  /** Beginning of the digest of the wording that was answered. */
  answeredDigest: string
}

/** What reads otherwise than when it was answered, word by word. */
export function WordingDiff({ row, answeredDigest }: Props) {
  const earlier = storage.read(wordingKey(answeredDigest))
  const [runs, setRuns] = useState<Run[]>()
  useEffect(() => {
    if (earlier === undefined) return
    import('./word-diff.ts').then(
      ({ diffWordings }) => setRuns(diffWordings(earlier, readWording(row))),
      () => {},
    )
  }, [earlier])

  if (earlier === undefined) {
    return (
      <p class="panel-hint">
        The wording you answered is not kept on this device, so what changed cannot be shown. Read the item again.
      </p>
    )
  }
  if (!runs) return <p class="panel-hint">Comparing the wordings…</p>
  return (
    <>
      <p class="panel-hint">What changed: new words are underlined, those that are gone are struck through.</p>
      <p class="wording-diff">
        {runs.map(({ kind, text }, index) => (
          <RunOfWords key={`${index} ${text}`} kind={kind} text={text} />
        ))}
      </p>
    </>
  )
}

/** Most screen readers pass over `ins` and `del`, so both are also said. */
function RunOfWords({ kind, text }: Run) {
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'new' ? 'ins' : 'del'
  return (
    <>
      <span class="sr-only"> {kind}: </span>
      <Tag>{text}</Tag>
      <span class="sr-only">, end of {kind} </span>
    </>
  )
}
