import { useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { type Evidence, type EvidenceName, parseLink } from '../../core/evidence.ts'
import { ageOf, collectedOn, dayOf } from './days.ts'
import { hostOf, sizeInWords } from './evidence-input.ts'
import type { Panel } from './panel.ts'
import { useAmending } from './use-amending.ts'
import type { Telling } from './use-told.ts'

interface Props {
  panel: Panel
  name: EvidenceName
  evidence: Evidence
  telling: Telling
  /** Day from which it no longer counts, of the piece that is judged by its age. */
  staleFrom: string | undefined
  onRemove: () => void
}

/** One piece of evidence with its day and its age. */
export function EvidencePiece({ panel, name, evidence, telling, staleFrom, onRemove }: Props) {
  const id = `${panel.item}-${name.replace('/', '-')}`
  return (
    <>
      <p class="piece-kind" id={`${id}-kind`}>
        <b>{kindWord(evidence)}</b> {detail(evidence)}
      </p>
      <div class="piece-facts">
        <CollectedOn id={id} panel={panel} name={name} evidence={evidence} telling={telling} />
        <span>
          {ageOf(evidence.collectedAt, now())}
          {staleFrom && `, stale from ${staleFrom}`}
        </span>
        <button type="button" onClick={onRemove} aria-describedby={`${id}-kind`}>
          Remove
        </button>
      </div>
      <Content evidence={evidence} label={`${id}-kind`} />
    </>
  )
}

type DayProps = Omit<Props, 'staleFrom' | 'onRemove'> & { id: string }

/** The day can be corrected: output is often pasted later than it was collected. */
function CollectedOn({ id, panel, name, evidence, telling }: DayProps) {
  const day = dayOf(evidence.collectedAt)
  const [typed, setTyped] = useState<string>()
  const { write, leave } = useAmending(panel, name)
  const read = (text: string) => {
    const collectedAt = collectedOn(text, now())
    setTyped(collectedAt ? undefined : text)
    if (collectedAt && text !== day) telling.tell(write({ ...evidence, collectedAt }))
  }
  const finish = () => {
    leave()
    if (typed === undefined) return
    telling.complain(`The day of this evidence stays ${day}: choose today or a day that is past.`)
    setTyped(undefined)
  }
  return (
    <label>
      Collected on{' '}
      <input
        type="date"
        value={typed ?? day}
        max={dayOf(now())}
        onChange={({ currentTarget }) => read(currentTarget.value)}
        onBlur={finish}
        aria-describedby={`${id}-kind`}
      />
    </label>
  )
}

function Content({ evidence, label }: { evidence: Evidence; label: string }) {
  if (evidence.kind === 'link') {
    const link = parseLink(evidence.url)
    if (!link) return <p class="piece-content">{evidence.url}</p>
    return (
      <a class="piece-content" href={link} target="_blank" rel="noreferrer">
        {evidence.url}
      </a>
    )
  }
  if (evidence.kind === 'file') {
    return (
      <p class="piece-content">
        {evidence.name} <small>SHA-256</small> <code title={evidence.sha256}>{evidence.sha256.slice(0, 12)}</code>
      </p>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="piece-content" tabIndex={0} aria-labelledby={label}>
      <pre>{evidence.text}</pre>
    </section>
  )
}

function kindWord({ kind }: Evidence): string {
  return { link: 'Link', text: 'Text', file: 'File' }[kind]
}

function detail(evidence: Evidence): string {
  if (evidence.kind === 'link') return hostOf(evidence.url) ?? 'no web address'
  if (evidence.kind === 'file') return sizeInWords(evidence.sizeBytes)
  const lines = evidence.text.split('\n').length
  return lines === 1 ? '1 line' : `${lines} lines`
}
