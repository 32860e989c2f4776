/**
 * Files on their way in. One is looked at when the one before it is settled, because what it would change depends on
 * what the others changed.
 */
import { atom, type ReadableAtom } from 'nanostores'
import type { Fault } from '../../core/json.ts'
import type { ProofFile } from '../../stores/proof.ts'
import type { DoneImport, ImportPlan } from '../../stores/transfer.ts'
import type { ProofImport } from '../proof/ProofImport.tsx'
import { type Chosen, hasChanges } from './plan-summary.ts'
import { type ReadableFile, readFileText } from './read-file.ts'

type Transfer = Pick<
  typeof import('../../stores/transfer.ts'),
  'planImport' | 'applyImport' | 'undoImport' | 'choiceKey'
>

/** What reads and shows results of checks. */
type Proof = Pick<typeof import('../proof/open.ts'), 'openProof'>

/** What has become of a file so far. */
export type ImportStep =
  | { kind: 'waiting' }
  | { kind: 'reading' }
  | { kind: 'planned'; plan: ImportPlan }
  | { kind: 'refused'; faults: Fault[] }
  /** It could not be looked at now; later it may. */
  | { kind: 'failed'; message: string }
  | { kind: 'same'; plan: ImportPlan }
  /** Results of checks, which have a screen part of their own. */
  | { kind: 'proof'; file: ProofFile; View: typeof ProofImport; isSettled: boolean }
  | { kind: 'imported'; plan: ImportPlan; chosen: readonly Chosen[]; done: DoneImport }
  /** With the keys that were changed since the import, and left. */
  | { kind: 'undone'; plan: ImportPlan; left: string[] }

export interface ImportEntry {
  key: number
  file: ReadableFile
  step: ImportStep
}

export interface Imports {
  $entries: ReadableAtom<readonly ImportEntry[]>
  add(files: readonly ReadableFile[]): void
  apply(key: number, chosen: readonly Chosen[]): Promise<void>
  undo(key: number): Promise<void>
  /** Results of checks are kept: the next file has its turn. */
  settle(key: number): void
  /** Looks at a file again. */
  retry(key: number): void
  /** Takes a file out of the list; nothing stored changes. */
  drop(key: number): void
}

/**
 * @param loadTransfer What reads files is heavy, and loaded with the first of them.
 * @param loadProof What reads results of checks; absent where such files are none to import.
 */
export function openImports(
  platforms: readonly string[],
  loadTransfer: () => Promise<Transfer>,
  loadProof?: () => Promise<Proof>,
): Imports {
  const $entries = atom<readonly ImportEntry[]>([])
  let count = 0

  const setStep = (key: number, step: ImportStep) =>
    $entries.set($entries.get().map((entry) => (entry.key === key ? { ...entry, step } : entry)))
  const stepOf = (key: number) => $entries.get().find((entry) => entry.key === key)?.step

  const advance = async (): Promise<void> => {
    const entries = $entries.get()
    const next = entries.find(({ step }) => step.kind === 'waiting')
    if (!next || entries.some(({ step }) => isHolding(step))) return
    setStep(next.key, { kind: 'reading' })
    setStep(next.key, await lookInto(next.file))
    return advance()
  }

  const lookInto = async (file: ReadableFile): Promise<ImportStep> => {
    try {
      const proof = await (await loadProof?.())?.openProof(file, platforms)
      if (proof) return proof
      const read = await readFileText(file)
      if (read.kind === 'refused') return read
      const { planImport } = await loadTransfer()
      const planned = await planImport(read.text, platforms)
      if (planned.kind === 'refused') return planned
      return { kind: hasChanges(planned.plan) ? 'planned' : 'same', plan: planned.plan }
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : 'The page lacks a part of itself.' }
    }
  }

  return {
    $entries,
    add: (files) => {
      $entries.set([...$entries.get(), ...files.map((file) => ({ key: count++, file, step: waiting }))])
      advance()
    },
    apply: async (key, chosen) => {
      const { applyImport, choiceKey } = await loadTransfer()
      const step = stepOf(key)
      // Pressed twice: the first press has done it.
      if (step?.kind !== 'planned') return
      const choices = chosen.map(({ rollout, item, field, side }) => [choiceKey(rollout, item, field), side] as const)
      const done = applyImport(step.plan, new Map(choices))
      setStep(key, { kind: 'imported', plan: step.plan, chosen, done })
      return advance()
    },
    undo: async (key) => {
      const { undoImport } = await loadTransfer()
      const step = stepOf(key)
      if (step?.kind !== 'imported') return
      setStep(key, { kind: 'undone', plan: step.plan, left: undoImport(step.done) })
      // What a later file would change was worked out from what is no longer there.
      for (const entry of $entries.get()) if (entry.step.kind === 'planned') setStep(entry.key, waiting)
      return advance()
    },
    settle: (key) => {
      const step = stepOf(key)
      if (step?.kind === 'proof') setStep(key, { ...step, isSettled: true })
      advance()
    },
    retry: (key) => {
      setStep(key, waiting)
      advance()
    },
    drop: (key) => {
      $entries.set($entries.get().filter((entry) => entry.key !== key))
      advance()
    },
  }
}

const waiting = { kind: 'waiting' } as const

/** Whether the files behind it have to wait. */
function isHolding(step: ImportStep): boolean {
  return step.kind === 'reading' || step.kind === 'planned' || (step.kind === 'proof' && !step.isSettled)
}
