import { FaultList } from './FaultList.tsx'
import { ImportDone, ImportUndone } from './ImportDone.tsx'
import type { TransferProps } from './ImportPanel.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import type { ImportStep } from './imports.ts'
import { OpenRollout } from './OpenRollout.tsx'
import { type Chosen, countNoun } from './plan-summary.ts'
import { useArrival } from './use-arrival.ts'

interface Props extends TransferProps {
  /** Name of the file. */
  name: string
  step: ImportStep
  onImport: (chosen: readonly Chosen[]) => void
  onUndo: () => void
  onSettle: () => void
  onRetry: () => void
  onDrop: () => void
}

/** What has become of one file, and what can be done about it. */
export function ImportStepView(props: Props) {
  const { base, platforms, name, step, onImport, onUndo, onSettle, onRetry, onDrop } = props
  switch (step.kind) {
    case 'waiting':
      return null
    case 'reading':
      return (
        <p role="status" class="busy">
          Reading <bdi>{name}</bdi>…
        </p>
      )
    case 'refused':
      return (
        <FaultList faults={step.faults} onDrop={onDrop}>
          <bdi>{name}</bdi> was not imported, nothing was changed
        </FaultList>
      )
    case 'failed':
      return <Failed name={name} message={step.message} onRetry={onRetry} onDrop={onDrop} />
    case 'planned':
      return <ImportPreview name={name} plan={step.plan} platforms={platforms} onImport={onImport} onCancel={onDrop} />
    case 'same':
      return <Same base={base} name={name} plan={step.plan} />
    case 'proof':
      return <step.View {...{ base, platforms, name, file: step.file, onSettle, onDrop }} />
    case 'imported':
      return <ImportDone base={base} name={name} {...step} onUndo={onUndo} />
    case 'undone':
      return <ImportUndone name={name} {...step} />
  }
}

function Failed({ name, message, onRetry, onDrop }: Pick<Props, 'name' | 'onRetry' | 'onDrop'> & { message: string }) {
  const ref = useArrival<HTMLParagraphElement>()
  return (
    <div class="outcome refused">
      <p ref={ref} tabIndex={-1} role="alert">
        <bdi>{name}</bdi> cannot be looked at now, nothing was changed. {message}
      </p>
      <p class="actions">
        <button type="button" onClick={onRetry}>
          Try again
        </button>
        <button type="button" onClick={onDrop}>
          Leave it
        </button>
      </p>
    </div>
  )
}

function Same({
  base,
  name,
  plan,
}: Pick<Props, 'base' | 'name'> & Pick<Extract<ImportStep, { kind: 'same' }>, 'plan'>) {
  const ref = useArrival<HTMLParagraphElement>()
  const answers = plan.rollouts.flatMap(({ contents }) => Object.keys(contents.items)).length
  return (
    <div class="outcome">
      <p ref={ref} tabIndex={-1} role="status">
        Nothing to import: all that <bdi>{name}</bdi> holds is here already, {countNoun(answers, 'answer')} in{' '}
        {countNoun(plan.rollouts.length, 'rollout')}.
      </p>
      {plan.rollouts.map(({ rollout }) => (
        <OpenRollout key={rollout.id} base={base} rollout={rollout} />
      ))}
    </div>
  )
}
