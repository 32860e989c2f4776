import type { ProposedAnswer } from './load-answers.ts'

interface Props {
  base: string
  answer: ProposedAnswer
  isTicked: boolean
  onTick: (isTicked: boolean) => void
}

/** One proposed answer beside what is recorded. */
export function AnswerBox({ base, answer, isTicked, onTick }: Props) {
  const { item, question, value, reasons, proposed, present, isSame } = answer
  const id = `record-${item.id}`
  const label = question.endsWith('?') ? question : `${question}:`
  const isOpen = value !== undefined && !isSame
  return (
    <li class="proposed-answer">
      {isOpen && (
        <input
          type="checkbox"
          id={id}
          checked={isTicked}
          aria-describedby={`${id}-now`}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
      )}
      {isOpen ? (
        <label for={id}>
          {label} <strong>{proposed}</strong>
        </label>
      ) : (
        <span class="answer-label">
          {label} <strong>{proposed}</strong>
        </span>
      )}
      <span class="answer-now" id={`${id}-now`}>
        {describeStanding(answer)} {value === undefined && reasons.join(' ')}{' '}
        <a href={base.replace(/\/$/, '') + item.url}>
          Item<span class="sr-only">: {item.title}</span>
        </a>
        {present !== undefined && !isSame && value !== undefined && isTicked && <strong> Will be replaced.</strong>}
      </span>
    </li>
  )
}

function describeStanding({ value, present, isSame }: ProposedAnswer): string {
  if (value === undefined) return 'Cannot be recorded:'
  if (isSame) return 'Recorded already.'
  return present === undefined ? 'Nothing is recorded yet.' : `Recorded now: ${present}.`
}
