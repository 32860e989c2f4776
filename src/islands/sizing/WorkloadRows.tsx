import { useMemo } from 'preact/hooks'
import { maxWorkloads } from '../../core/sizing/index.ts'
import { emptyWorkload, type WorkloadDraft } from './draft.ts'
import { Field, Tick } from './Field.tsx'
import type { Problems } from './read-draft.ts'
import { useRows } from './use-rows.ts'

interface Props {
  workloads: readonly WorkloadDraft[]
  problems: Problems
  onChange: (workloads: WorkloadDraft[]) => void
}

/** What has to run: one row for each workload. */
export function WorkloadRows({ workloads, problems, onChange }: Props) {
  const { group, add, remove, change } = useRows(workloads, onChange)
  const problem = problems.get('workloads')
  return (
    <div class="workload-rows" ref={group}>
      {workloads.map((workload, index) => (
        <WorkloadRow
          key={index}
          index={index}
          workload={workload}
          problems={problems}
          onChange={(part) => change(index, part)}
          onRemove={() => remove(index)}
        />
      ))}
      {problem && <p class="problem">{problem}</p>}
      {workloads.length < maxWorkloads && (
        <button type="button" class="add-row" onClick={() => add(emptyWorkload)}>
          Add a workload
        </button>
      )}
    </div>
  )
}

interface RowProps {
  index: number
  workload: WorkloadDraft
  problems: Problems
  onChange: (part: Partial<WorkloadDraft>) => void
  onRemove: () => void
}

const fields = [
  ['name', 'Name'],
  ['replicas', 'Replicas'],
  ['cpu', 'CPU, cores'],
  ['memory', 'Memory, GiB'],
] as const

/** Drawn again only when it changes: with hundreds of rows a keystroke would else be felt. */
function WorkloadRow({ index, workload, problems, onChange, onRemove }: RowProps) {
  const at = `workloads.${index}`
  const own = fields.map(([name]) => problems.get(`${at}.${name}`))
  return useMemo(
    () => (
      <fieldset class="sizing-row workload-row" aria-label={`Workload ${index + 1}`}>
        {fields.map(([name, label]) => (
          <Field
            key={name}
            name={`${at}.${name}`}
            label={label}
            value={workload[name]}
            problems={problems}
            isText={name === 'name'}
            onInput={(value) => onChange({ [name]: value })}
          />
        ))}
        <Tick
          name={`${at}.isApart`}
          label="On different nodes"
          isTicked={workload.isApart}
          onChange={(isApart) => onChange({ isApart })}
        />
        <button type="button" class="quiet" onClick={onRemove}>
          Remove<span class="sr-only"> workload {index + 1}</span>
        </button>
      </fieldset>
    ),
    [workload, ...own],
  )
}
