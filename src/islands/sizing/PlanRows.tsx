import { maxPlans, reserveLikeAks } from '../../core/sizing/index.ts'
import { readCores, readGibibytes, readPlain, showAmount } from './amounts.ts'
import { emptyPlan, type PlanDraft } from './draft.ts'
import { Field, fieldId } from './Field.tsx'
import type { Problems } from './read-draft.ts'
import { useRows } from './use-rows.ts'

interface Props {
  plans: readonly PlanDraft[]
  problems: Problems
  /** What became of each, where it can be computed. */
  outcomes: readonly { text: string; isGood: boolean }[]
  onChange: (plans: PlanDraft[]) => void
}

/** The plans that are compared, each with one type of node. */
export function PlanRows({ plans, problems, outcomes, onChange }: Props) {
  const { group, add, remove, change } = useRows(plans, onChange)
  return (
    <div class="plan-rows" ref={group}>
      {plans.map((plan, index) => (
        <fieldset class="sizing-row plan" key={index} aria-label={`Plan ${index + 1}`}>
          <PlanFields at={`plans.${index}`} plan={plan} problems={problems} onChange={(part) => change(index, part)} />
          {outcomes[index] && (
            <p class={outcomes[index].isGood ? 'outcome holds' : 'outcome fails'}>{outcomes[index].text}</p>
          )}
          {plans.length > 1 && (
            <button type="button" class="quiet" onClick={() => remove(index)}>
              Remove<span class="sr-only"> plan {index + 1}</span>
            </button>
          )}
        </fieldset>
      ))}
      {plans.length < maxPlans && (
        <button type="button" class="add-row" onClick={() => add({ ...emptyPlan, name: `Plan ${plans.length + 1}` })}>
          Add a plan
        </button>
      )}
    </div>
  )
}

interface FieldsProps {
  at: string
  plan: PlanDraft
  problems: Problems
  onChange: (part: Partial<PlanDraft>) => void
}

function PlanFields({ at, plan, problems, onChange }: FieldsProps) {
  const field = (name: Exclude<keyof PlanDraft, 'isLikeAks'>, label: string, placeholder = '') => (
    <Field
      name={`${at}.${name}`}
      label={label}
      value={plan[name]}
      problems={problems}
      isText={name === 'name'}
      placeholder={placeholder}
      onInput={(value) => onChange({ [name]: value })}
    />
  )
  const choice = fieldId(`${at}.overhead`)
  return (
    <>
      {field('name', 'Name of the plan')}
      {field('cpu', 'CPU, cores')}
      {field('memory', 'Memory, GiB')}
      <div class="sizing-field wide">
        <label for={choice}>Overhead of a node, DaemonSets aside</label>
        <select
          id={choice}
          value={plan.isLikeAks ? 'aks' : 'own'}
          onChange={({ currentTarget }) => onChange({ isLikeAks: currentTarget.value === 'aks' })}
        >
          <option value="own">As given here</option>
          <option value="aks">As AKS reserves, 1.29 and later</option>
        </select>
      </div>
      {plan.isLikeAks ? (
        <p class="hint wide">{describeReserve(plan)}</p>
      ) : (
        <>
          {field('overheadCpu', 'Overhead, cores')}
          {field('overheadMemory', 'Overhead, GiB')}
        </>
      )}
      {field('pods', 'Pods on a node')}
      {field('count', 'Nodes, if given', 'computed')}
    </>
  )
}

function describeReserve({ cpu, memory, pods }: PlanDraft): string {
  const machine = { cpu: readCores(cpu) ?? 0, memory: readGibibytes(memory) ?? 0 }
  const reserve = reserveLikeAks(machine, readPlain(pods) ?? 0)
  if (!reserve) return 'AKS names reserves up to 64 cores only.'
  return `${showAmount(reserve.cpu)} cores and ${showAmount(reserve.memory)} GiB: a public figure to start from. Measure your own nodes when they are there.`
}
