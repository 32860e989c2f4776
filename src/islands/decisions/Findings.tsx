import { useLayoutEffect } from 'preact/hooks'
import { countNoun, type Finding, type PlanningTopic } from '../../core/planning/index.ts'

const words = { problem: 'Problem', note: 'Note', assumed: 'Assumed' } as const
const marks = { problem: '✗', note: 'i', assumed: '≈' } as const

/** More than anybody reads at once; the first are the most severe. */
const mostShown = 40

interface Props {
  topic: PlanningTopic
  findings: readonly Finding[]
  questions: ReadonlyMap<string, string>
  /** What is said where nothing was found. */
  clean: string
}

/** What the answers mean together, each with links to the answers that it rests on. */
export function Findings({ topic, findings, questions, clean }: Props) {
  const problems = findings.filter(({ kind }) => kind === 'problem').length
  useLayoutEffect(() => showAtLink(topic, problems), [topic, problems])
  if (findings.length === 0) return <p class="plan-clean">{clean}</p>
  return (
    <ul class="plan-findings">
      {findings.slice(0, mostShown).map(({ kind, text, items }) => (
        <li key={`${kind} ${text}`} class={`finding-${kind}`}>
          <strong>
            <span aria-hidden="true">{marks[kind]}</span> {words[kind]}
          </strong>
          <div>
            <p>{text}</p>
            <p class="finding-links">
              {items.map((item) => (
                <a key={item} href={`#${item}`}>
                  {questions.get(item) ?? item}
                </a>
              ))}
            </p>
          </div>
        </li>
      ))}
      {findings.length > mostShown && <li>{findings.length - mostShown} more, which come up as these are settled.</li>}
    </ul>
  )
}

/** The link at the head of the page says that there are problems further down. */
function showAtLink(topic: PlanningTopic, problems: number): void {
  const place = document.querySelector(`[data-problems="${topic}"]`)
  if (place) place.textContent = problems > 0 ? `(${countNoun(problems, 'problem')})` : ''
}
