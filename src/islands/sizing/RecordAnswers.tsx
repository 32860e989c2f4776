import { useState } from 'preact/hooks'
import type { Rollout } from '../../core/index.ts'
import type { Scenario } from '../../core/sizing/index.ts'
import { say } from '../rollouts/said.ts'
import { AnswerBox } from './AnswerBox.tsx'
import { describePlan } from './describe-plan.ts'
import type { ProposedAnswer } from './load-answers.ts'
import { proposeAnswers } from './proposals.ts'
import type { SizedPlan } from './RecordPart.tsx'
import { recordAnswers, takeBack } from './record-answers.ts'
import { useAnswers } from './use-answers.ts'

interface Props {
  base: string
  platform: string
  scenario: Scenario
  planned: SizedPlan
  /** Empty where the inputs are too many for one. */
  link: string
}

/** Which answers are recorded: those that nobody gave yet by themselves, others only when asked for. */
export function RecordAnswers({ base, platform, scenario, planned, link }: Props) {
  const { rollout, answers, retry } = useAnswers(platform, proposeAnswers(platform, { scenario, ...planned }))
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  if (answers.kind === 'loading') return <p class="hint">Reading the checklist…</p>
  if (answers.kind === 'failed')
    return (
      <p class="problem" role="alert">
        {answers.message}{' '}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    )
  const isTicked = ({ item, present, value }: ProposedAnswer) =>
    value !== undefined && (ticks.get(item.id) ?? present === undefined)
  const chosen = answers.list.filter((answer) => !answer.isSame && isTicked(answer))
  const record = () => {
    const noted = answers.list[0]?.item.id ?? ''
    const line = `${describePlan(scenario, planned.plan, planned.size)} ${link}`.trim()
    recordAndSay({ rollout, platform, chosen, note: { item: noted, line } })
    setTicks(new Map())
  }
  return (
    <>
      <p>
        Rollout: <strong>{rollout.name}</strong>. What somebody recorded is replaced only where you tick it.
      </p>
      <ul class="proposed-answers">
        {answers.list.map((answer) => (
          <AnswerBox
            key={answer.item.id}
            base={base}
            answer={answer}
            isTicked={isTicked(answer)}
            onTick={(is) => setTicks(new Map([...ticks, [answer.item.id, is]]))}
          />
        ))}
      </ul>
      <p class="hint">The inputs and their link are added to the note of “{answers.list[0]?.item.title}”.</p>
      <p class="actions">
        <button type="submit" disabled={chosen.length === 0} onClick={record}>
          {chosen.length === 0
            ? 'Nothing chosen to record'
            : `Record ${countAnswers(chosen.length)} in “${rollout.name}”`}
        </button>
      </p>
    </>
  )
}

const countAnswers = (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`

interface Recording {
  rollout: Rollout
  platform: string
  chosen: readonly ProposedAnswer[]
  note: { item: string; line: string }
}

function recordAndSay({ rollout, platform, chosen, note }: Recording): void {
  const target = { platform, rollout: rollout.id }
  const values = chosen.flatMap(({ item, value }) => (value === undefined ? [] : [{ item: item.id, value }]))
  const { isStored, refusals, deeds } = recordAnswers(target, values, note)
  const text = [`Recorded ${countAnswers(values.length)} in “${rollout.name}”.`, ...refusals].join(' ')
  say(text, isStored, () => {
    const { isStored: isBack, kept } = takeBack(target, deeds)
    say(`Taken back.${kept > 0 ? ` ${kept} changed since, and stay.` : ''}`, isBack)
  })
}
