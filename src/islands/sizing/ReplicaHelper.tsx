import { useState } from 'preact/hooks'
import { countReplicas } from '../../core/sizing/index.ts'
import { readPlain } from './amounts.ts'
import { type Draft, isBlank, type WorkloadDraft } from './draft.ts'
import { Field, fieldId, Tick } from './Field.tsx'
import type { Problems } from './read-draft.ts'

interface Props {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}

const none: Problems = new Map()
const firstLoad = {
  peak: '',
  capacity: '',
  targetLoad: '0.8',
  isContinuous: true,
  isInEveryZone: false,
  isZoneSafe: false,
}
type Load = typeof firstLoad

/** Replicas of one workload from its load, with the failures and zones of the form. */
export function ReplicaHelper({ draft, onChange }: Props) {
  const [load, setLoad] = useState<Load>(firstLoad)
  const change = (part: Partial<Load>) => setLoad({ ...load, ...part })
  const field = (name: 'peak' | 'capacity' | 'targetLoad', label: string, hint: string) => (
    <Field
      name={`replica-${name}`}
      label={label}
      hint={hint}
      value={load[name]}
      problems={none}
      onInput={(value) => change({ [name]: value })}
    />
  )
  const tick = (name: 'isContinuous' | 'isInEveryZone' | 'isZoneSafe', label: string) => (
    <Tick name={`replica-${name}`} label={label} isTicked={load[name]} onChange={(is) => change({ [name]: is })} />
  )
  return (
    <details class="sizing-more">
      <summary>How many replicas does a load need?</summary>
      <div class="sizing-fields">
        {field('peak', 'Peak load', 'Such as connections, or requests a second.')}
        {field('capacity', 'Load that one replica carried', 'Measured, in the same unit.')}
        {field('targetLoad', 'Planned share of that', 'Above 0, at most 1.')}
      </div>
      {tick('isContinuous', 'No pause when nodes fail: as many spare replicas as nodes may fail')}
      {tick('isInEveryZone', 'At least one in every zone')}
      {tick('isZoneSafe', 'The peak is carried after the loss of a zone')}
      <ReplicaResult load={load} draft={draft} onChange={onChange} />
    </details>
  )
}

function ReplicaResult({ load, draft, onChange }: Props & { load: Load }) {
  const [chosen, setChosen] = useState(0)
  const numbers = [load.peak, load.capacity, load.targetLoad, draft.failures, draft.zones].map(readPlain)
  if (numbers.includes(undefined)) return <p class="hint">Give the three numbers, and the count stands here.</p>
  const [peak = 0, capacity = 0, targetLoad = 0, failures = 0, zones = 1] = numbers
  const { isContinuous, isInEveryZone, isZoneSafe } = load
  const counted = countReplicas({
    ...{ peak, capacity, targetLoad, failures, zones },
    ...{ isContinuous, isInEveryZone, isZoneSafe },
  })
  if (counted.kind === 'refused') return <p class="problem">{counted.reason}</p>
  const { need, replicas } = counted
  const isSpare = replicas > need
  const use = () => {
    const apart = isSpare ? { isApart: true } : {}
    const put = (workload: WorkloadDraft) => ({ ...workload, replicas: String(replicas), ...apart })
    onChange({ workloads: draft.workloads.map((workload, index) => (index === chosen ? put(workload) : workload)) })
  }
  return (
    <>
      <p role="status">
        {need} {need === 1 ? 'carries' : 'carry'} the peak; <strong>run {replicas}</strong>.{' '}
        {isSpare && 'The spare ones help only on nodes of their own.'}
      </p>
      {draft.workloads.some((workload) => !isBlank(workload)) && (
        <p class="actions">
          <label for={fieldId('replica-target')}>Use it for</label>
          <select
            id={fieldId('replica-target')}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {draft.workloads.map((workload, index) => (
              <option key={index} value={index}>
                {workload.name || `Workload ${index + 1}`}
              </option>
            ))}
          </select>
          <button type="button" onClick={use}>
            Set {replicas} replicas
          </button>
        </p>
      )}
    </>
  )
}
