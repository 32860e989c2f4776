import { useEffect, useRef, useState } from 'preact/hooks'
import { type Evidence, type EvidenceName, isEvidence, isEvidenceName, newestProof } from '../../core/evidence.ts'
import type { ItemRecord } from '../../core/progress.ts'
import { listVersions } from '../../core/record.ts'
import { formatDay } from '../../core/status.ts'
import { EvidencePiece } from './EvidencePiece.tsx'
import { nameEvidence } from './evidence-input.ts'
import { change, type Panel } from './panel.ts'
import type { Telling } from './use-told.ts'

interface Props {
  panel: Panel
  validForDays: number | undefined
  telling: Telling
}

/** The pieces of evidence in the order they were added; one that was just removed keeps its place, to be undone. */
export function EvidenceList({ panel, validForDays, telling }: Props) {
  const [removed, setRemoved] = useState<ReadonlyMap<EvidenceName, Evidence>>(new Map())
  const forget = (name: EvidenceName) => setRemoved((known) => new Map([...known].filter(([each]) => each !== name)))
  const remove = (name: EvidenceName, evidence: Evidence) => {
    setRemoved((known) => new Map(known).set(name, evidence))
    telling.tell(change(panel, name, null), 'Removed')
  }
  const bringBack = (name: EvidenceName, evidence: Evidence) => {
    telling.tell(change(panel, name, evidence), 'Brought back')
    forget(name)
  }
  const pieces = listPieces(panel.record, removed)
  const [newest] = newestProof(panel.record) ?? []
  if (pieces.length === 0) return <p class="panel-hint">None attached yet.</p>
  return (
    <ul class="pieces">
      {pieces.map(({ name, evidence, isRemoved }) => (
        <li key={name} class="piece">
          {isRemoved ? (
            <Removed evidence={evidence} onUndo={() => bringBack(name, evidence)} />
          ) : (
            <EvidencePiece
              panel={panel}
              name={name}
              evidence={evidence}
              telling={telling}
              staleFrom={name === newest ? staleFrom(evidence, validForDays) : undefined}
              onRemove={() => remove(name, evidence)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Removed({ evidence, onUndo }: { evidence: Evidence; onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  // The button that removed it is gone, and the focus with it.
  useEffect(() => button.current?.focus(), [])
  return (
    <p class="piece-removed">
      Removed: {nameEvidence(evidence)}.{' '}
      <button ref={button} type="button" onClick={onUndo}>
        Undo
      </button>
    </p>
  )
}

/** The newest proof stands for all: when it is stale, so is the answer. */
function staleFrom({ collectedAt }: Evidence, validForDays: number | undefined): string | undefined {
  if (validForDays === undefined) return undefined
  // The same day that `judgeItem` names.
  return formatDay(Date.parse(collectedAt) + validForDays * 86_400_000)
}

interface Piece {
  name: EvidenceName
  evidence: Evidence
  isRemoved: boolean
}

/** By when they were added: a piece does not leave its place when its day is changed. */
function listPieces(record: ItemRecord | undefined, removed: ReadonlyMap<EvidenceName, Evidence>): Piece[] {
  return Object.keys(record ?? {})
    .filter(isEvidenceName)
    .flatMap((name) => {
      const field = record?.[name]
      const evidence = field?.value ?? removed.get(name)
      if (!field || !isEvidence(evidence)) return []
      const addedAt = listVersions(field).at(-1)?.at ?? ''
      return [{ name, evidence, isRemoved: field.value === null, addedAt }]
    })
    .sort((left, right) => (left.addedAt + left.name < right.addedAt + right.name ? -1 : 1))
}
