import { useEffect, useState } from 'preact/hooks'
import type { Line } from './line-diff.ts'

interface Props {
  before: string
  after: string
}

/** What changed since the file was opened, line by line, for whoever reviews it. */
export function Changes({ before, after }: Props) {
  const [lines, setLines] = useState<Line[]>()
  useEffect(() => {
    let isCurrent = true
    import('./line-diff.ts').then(
      ({ diffLines }) => isCurrent && setLines(diffLines(before, after)),
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [before, after])
  if (!lines) return null
  if (lines.length === 0) return <p>It says the same as the file that was opened.</p>
  return (
    <>
      <h3>Changed since it was opened</h3>
      <pre class="line-diff">
        {lines.map(({ kind, text }, index) => (
          <LineOfDiff key={index} kind={kind} text={text} />
        ))}
      </pre>
    </>
  )
}

const signs: Record<Line['kind'], string> = { same: '  ', new: '+ ', gone: '- ', skipped: '  ' }

function LineOfDiff({ kind, text }: Line) {
  const Tag = kind === 'new' ? 'ins' : kind === 'gone' ? 'del' : 'span'
  return (
    <>
      <Tag class={kind}>
        {signs[kind]}
        {text}
      </Tag>
      {'\n'}
    </>
  )
}
