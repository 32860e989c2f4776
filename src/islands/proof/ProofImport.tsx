import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Rollout } from '../../core/index.ts'
import type { ProofProposal } from '../../core/proof/proposal.ts'
import { applyProof, listTargets, type ProofFile, type ProofPlan, planProof } from '../../stores/proof.ts'
import { type DoneImport, undoImport } from '../../stores/transfer.ts'
import { settleSecrets } from './mask.ts'
import { ProofKept, ProofUndone } from './ProofDone.tsx'
import { ProofPreview } from './ProofPreview.tsx'

interface Props {
  base: string
  platforms: readonly { id: string; title: string }[]
  /** Name of the file. */
  name: string
  file: ProofFile
  /** Decided: the next file has its turn. */
  onSettle: () => void
  onDrop: () => void
}

type Stage =
  | { kind: 'looking' }
  | { kind: 'kept'; rollout: Rollout; count: number; done: DoneImport }
  | { kind: 'undone'; left: number }

/** Results of checks on their way to the evidence of a rollout: looked at, kept by choice, and taken back. */
export function ProofImport({ base, platforms, name, file, onSettle, onDrop }: Props) {
  const targets = useMemo(
    () =>
      listTargets(
        file,
        platforms.map(({ id }) => id),
      ),
    [file],
  )
  const [target, setTarget] = useState(targets[0])
  const [plan, setPlan] = useState<ProofPlan | Error>()
  const [stage, setStage] = useState<Stage>({ kind: 'looking' })
  const [problem, setProblem] = useState('')
  const look = () => {
    let isWanted = true
    setPlan(undefined)
    const settle = (looked: ProofPlan | Error) => isWanted && setPlan(looked)
    if (target) planProof(file, target).then(settle, settle)
    return () => {
      isWanted = false
    }
  }
  useEffect(look, [target])

  const keep = async (rollout: Rollout, chosen: readonly ProofProposal[]) => {
    setProblem('')
    const proofs = await maskProofs(chosen).catch(() => 'failed' as const)
    if (proofs === 'failed') return setProblem(`Nothing was kept: ${notLoaded}`)
    if (!proofs) return
    setStage({ kind: 'kept', rollout, count: proofs.length, done: applyProof(rollout, proofs) })
    onSettle()
  }
  if (stage.kind === 'undone') return <ProofUndone name={name} left={stage.left} />
  if (stage.kind === 'kept') {
    const undo = () => setStage({ kind: 'undone', left: undoImport(stage.done).length })
    return <ProofKept base={base} name={name} {...stage} onUndo={undo} />
  }
  return (
    <ProofPreview
      {...{ platforms, name, file, targets, target, plan, problem, onKeep: keep, onCancel: onDrop }}
      onTarget={setTarget}
      onRetry={look}
    />
  )
}

const notLoaded = 'what looks for secrets could not be loaded. Check the connection and try again.'

/** What goes into storage, after the question about secrets; undefined where somebody left it. */
async function maskProofs(chosen: readonly ProofProposal[]) {
  const texts = chosen.map(({ item, evidence }) => ({ place: `the result for “${item.title}”`, text: evidence.text }))
  const mask = await settleSecrets(texts, about)
  if (!mask) return undefined
  return chosen.map(({ item, name, evidence }) => ({
    itemId: item.id,
    name,
    evidence: { ...evidence, text: mask(evidence.text) },
  }))
}

const about =
  'What is kept goes into reports and exported files. Masking puts words like “[masked: GitHub token]” in its place before anything is kept. A secret that was shown to anybody has to be replaced.'
