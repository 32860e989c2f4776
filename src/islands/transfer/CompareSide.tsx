import { useStore } from '@nanostores/preact'
import { useRef, useState } from 'preact/hooks'
import { describeRollout } from '../../core/index.ts'
import type { Fault } from '../../core/json.ts'
import type { RolloutContents } from '../../core/rollout-file.ts'
import { $rollouts } from '../../stores/rollouts.ts'
import type { SideState } from './CompareRollouts.tsx'
import { type Choice, encodeChoice, parseChoice } from './compare-sides.ts'
import { FaultList } from './FaultList.tsx'
import type { TransferProps } from './ImportPanel.tsx'
import { readFileText } from './read-file.ts'

interface Props extends Pick<TransferProps, 'platforms'> {
  label: string
  state: SideState
  /** What is chosen is not in this browser, or not any more. */
  isMissing: boolean
  onChange: (state: SideState) => void
}

type Opening = { kind: 'idle' } | { kind: 'reading'; name: string } | { kind: 'refused'; name: string; faults: Fault[] }

/** Chooses one side: a rollout of this browser, or one out of a file. */
export function CompareSide({ label, platforms, state, isMissing, onChange }: Props) {
  const entries = useStore($rollouts).filter(({ rollout }) => rollout.deletedAt === '')
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' })
  const { choice, file } = state
  const select = useRef<HTMLSelectElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const titleOf = (platform: string) => platforms.find(({ id }) => id === platform)?.title ?? platform

  const open = async ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const chosen = input.files?.[0]
    input.value = ''
    if (!chosen) return
    setOpening({ kind: 'reading', name: chosen.name })
    const opened = await openFile(chosen)
    if (opened.kind === 'refused') return setOpening({ ...opened, name: chosen.name })
    setOpening({ kind: 'idle' })
    onChange({ choice: opened.choice, file: { name: chosen.name, rollouts: opened.rollouts } })
    // The field for the file is gone now, and the focus would be lost with it.
    select.current?.focus()
  }

  return (
    <div class="compare-side">
      <label>
        {label}{' '}
        <select
          ref={select}
          value={encodeChoice(choice)}
          onChange={({ currentTarget }) => onChange({ choice: parseChoice(currentTarget.value), file })}
        >
          <option value="none">Choose a rollout</option>
          {isMissing && <option value={encodeChoice(choice)}>{'id' in choice && choice.id} (not here)</option>}
          {entries.map(({ rollout }) => (
            <option key={rollout.id} value={encodeChoice({ kind: 'stored', id: rollout.id })}>
              {nameOption(rollout.name)}, {titleOf(rollout.platform)}, {rollout.id}
              {rollout.archivedAt && ' (archived)'}
            </option>
          ))}
          {file?.rollouts.map(({ id, rollout }) => (
            <option key={id} value={encodeChoice({ kind: 'loaded', id })}>
              {nameOption(describeRollout(id, rollout).name)}, {titleOf(describeRollout(id, rollout).platform)}, {id},
              from {nameOption(file.name)}
            </option>
          ))}
          <option value="a file">A file…</option>
        </select>
      </label>
      {isMissing && <p>This rollout is not in this browser: choose another one, or its file.</p>}
      {choice.kind === 'a file' && (
        <label>
          File of the rollout <input ref={chooser} type="file" accept=".json,application/json" onChange={open} />
        </label>
      )}
      {opening.kind === 'reading' && (
        <p role="status" class="busy">
          Reading <bdi>{opening.name}</bdi>…
        </p>
      )}
      {opening.kind === 'refused' && (
        <FaultList
          faults={opening.faults}
          onDrop={() => {
            setOpening({ kind: 'idle' })
            ;(chooser.current ?? select.current)?.focus()
          }}
        >
          <bdi>{opening.name}</bdi> cannot be compared
        </FaultList>
      )}
    </div>
  )
}

/** An option holds text only: marks keep a name that runs the other way apart from what follows it. */
const nameOption = (name: string) => `\u2068${name}\u2069`

type Opened = { kind: 'opened'; choice: Choice; rollouts: RolloutContents[] } | { kind: 'refused'; faults: Fault[] }

/** Of a backup with several rollouts the first is chosen, and the others are offered. */
async function openFile(file: File): Promise<Opened> {
  const read = await readFileText(file)
  if (read.kind === 'refused') return read
  const { parseGoliveFile } = await import('../../core/rollout-file.ts')
  const parsed = parseGoliveFile(read.text)
  if (parsed.kind === 'refused') return parsed
  const [first] = parsed.rollouts
  if (!first) return { kind: 'refused', faults: [{ path: '', message: 'holds no rollout' }] }
  return { kind: 'opened', choice: { kind: 'loaded', id: first.id }, rollouts: parsed.rollouts }
}
