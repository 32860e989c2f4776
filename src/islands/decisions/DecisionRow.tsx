import { useEffect, useRef } from 'preact/hooks'
import { minuteOf } from '../item/days.ts'
import { AnswerPart } from './AnswerPart.tsx'
import { $open, setOpen, standingOf } from './desk.ts'
import { focusBeside } from './filter.ts'
import type { PageDecision } from './page.ts'
import type { Standing } from './standing.ts'
import { useWatched } from './use-watched.ts'

/** The answer of a decision with who gave it when, and its field on demand. */
export function DecisionRow({ page }: { page: PageDecision }) {
  useWatched()
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const { item, decision } = page
  const standing = standingOf(page)
  const isOpen = $open.get().has(item)
  const close = async () => {
    // Leaving a field stores what it holds, and says a moment later why it is no answer: that is not thrown away.
    if (field.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur()
    await new Promise((resolve) => setTimeout(resolve))
    const faulty = field.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (faulty) {
      faulty.focus()
      return
    }
    setOpen(item, false)
    if (page.article.hidden) focusBeside(page)
    else button.current?.focus()
  }
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && void close()
    field.current?.addEventListener('keydown', leave)
    return () => field.current?.removeEventListener('keydown', leave)
  }, [isOpen])
  return (
    <>
      <div class="decision-line">
        <Answer standing={standing} />
        <button
          type="button"
          ref={button}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? close() : setOpen(item, true))}
        >
          {isOpen ? 'Close' : standing.kind === 'missing' ? 'Answer' : 'Change'}
          <span class="sr-only"> “{decision.question}”</span>
        </button>
      </div>
      {isOpen && (
        <div ref={field}>
          <AnswerPart page={page} />
        </div>
      )}
    </>
  )
}

function Answer({ standing }: { standing: Standing }) {
  if (standing.kind === 'missing') {
    return (
      <p class="decision-answer">
        <strong class="gap">Not answered</strong>
        {standing.state && <small>The item is {standing.state}</small>}
      </p>
    )
  }
  if (standing.kind === 'excused') {
    return (
      <p class="decision-answer">
        <span class="excused">Not asked</span>
        <small>
          {standing.reason}
          {standing.text && `. Recorded all the same: ${standing.text}`}
        </small>
      </p>
    )
  }
  return (
    <p class="decision-answer">
      <bdi class="given">{standing.text}</bdi>
      {standing.kind === 'unfit' && (
        <strong class="gap">Does not fit the question: {standing.reasons.join(' ')}</strong>
      )}
      <small>
        <time dateTime={standing.at}>{minuteOf(standing.at)}</time>{' '}
        {standing.by ? <bdi>by {standing.by}</bdi> : 'nobody named'}
        {standing.kind === 'answered' && standing.doubt && <span class="doubt">. To confirm: {standing.doubt}</span>}
      </small>
    </p>
  )
}
