import { useState } from 'preact/hooks'
import { formatAnswer, parseAnswer } from '../../core/answer.ts'
import type { Answer } from '../../core/progress.ts'
import type { Decision } from '../../core/schema.ts'
import { cleanText } from '../../core/text.ts'
import { DecisionFaults } from './DecisionFaults.tsx'
import { DecisionInput } from './DecisionInput.tsx'
import { Marked } from './Marked.tsx'
import { Part } from './Part.tsx'
import type { Panel } from './panel.ts'
import { readField, useAmending } from './use-amending.ts'
import { useTold } from './use-told.ts'
import { useUnsaved } from './use-unsaved.ts'

interface Props {
  panel: Panel
  decision: Decision
}

/** The answer to an item's question, stored as soon as it is one; until then the answer before it stays. */
export function DecisionField({ panel, decision }: Props) {
  /** Undefined while the field shows what is stored. */
  const [typed, setTyped] = useState<string>()
  const [faults, setFaults] = useState<string[]>([])
  const { told, tell } = useTold()
  const { write, leave } = useAmending(panel, 'answer')
  const stored = formatAnswer(panel.record?.answer?.value ?? null)
  const id = `${panel.item}-answer`
  useUnsaved(typed !== undefined)

  const isStored = (text: string) => text === formatAnswer(readField(panel, 'answer')?.value ?? null)
  const accept = () => {
    setTyped(undefined)
    setFaults([])
  }
  const settle = (value: Answer | null) => {
    accept()
    if (!isStored(formatAnswer(value))) tell(write(value))
  }
  const refuse = (text: string, reasons: string[]) => {
    setTyped(text)
    setFaults(reasons)
  }
  const save = (text: string, isComplete: boolean) => {
    // What was stored under other rules stays until it is changed.
    if (isStored(text) && isComplete) return accept()
    // A browser gives the years 2, 20 and 202 while somebody types 2026.
    const isHalfDay = !isComplete || (decision.type === 'date' && text.startsWith('0'))
    if (isHalfDay) return refuse(text, ['This is no complete day: choose one, like 2026-11-21.'])
    const read = parseAnswer(decision, cleanText(text))
    if (read.kind === 'refused') refuse(text, read.reasons)
    else settle(read.value)
  }
  const putBack = () => {
    accept()
    document.getElementById(id)?.focus()
  }
  return (
    <Part title="Decision" told={told}>
      <DecisionInput
        id={id}
        decision={decision}
        text={typed ?? stored}
        isInvalid={faults.length > 0}
        onInput={setTyped}
        onSave={save}
        onLeave={leave}
      />
      {decision.hint && (
        <p class="panel-hint" id={`${id}-hint`}>
          <Marked text={decision.hint} />
        </p>
      )}
      <DecisionFaults
        id={`${id}-faults`}
        faults={faults}
        stored={stored && [stored, decision.unit].filter(Boolean).join(' ')}
        onPutBack={putBack}
      />
    </Part>
  )
}
