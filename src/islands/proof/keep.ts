/** From an output to evidence in the panel of an item. */
import type { Checklist, Item, Section } from '../../core/checklist.ts'
import type { ProofProposal } from '../../core/proof/proposal.ts'
import { proposeOutput } from '../../core/proof/propose-output.ts'
import { type ChangeResult, progressOf } from '../../stores/progress.ts'
import { change, type Panel } from '../item/panel.ts'
import { plainState } from '../item/states.ts'
import { readField } from '../item/use-amending.ts'

/** Judges what was printed; `text` is empty only where somebody said that nothing was. */
export function judgeFor(panel: Panel, definition: Item, text: string, at: Date): ProofProposal | undefined {
  const { platform, item, rollout, record } = panel
  const checklist = { ...emptyChecklist, platform, sections: [{ ...emptySection, items: [definition] }] }
  return proposeOutput(item, text, { checklist, rollout, progress: { ...(record && { [item]: record }) }, now: at })
}

/** The rule of one item needs no others. */
const emptyChecklist: Checklist = {
  format: 1,
  platform: '',
  title: '',
  version: '',
  traits: [],
  sections: [],
  retired: [],
  claims: [],
}
const emptySection: Section = { id: '', title: '', area: 'operations', url: '', items: [] }

export type Kept =
  | { kind: 'cancelled' }
  | { kind: 'problem'; problem: string }
  | { kind: 'told'; result: ChangeResult; done: string }

const about =
  'What is kept goes into reports and exported files. Masking puts words like “[masked: GitHub token]” in its place before anything is kept. A secret that was shown to anybody has to be replaced.'

/** Adds the excerpt to the evidence, after a look for secrets; ticks where it is asked to and nobody answered meanwhile. */
export async function keepProof(panel: Panel, proposal: ProofProposal, isTicking: boolean): Promise<Kept> {
  const { evidence, item } = proposal
  let mask: ((text: string) => string) | undefined
  try {
    const { settleSecrets } = await import('./mask.ts')
    mask = await settleSecrets([{ place: `the output of “${item.title}”`, text: evidence.text }], about)
  } catch {
    const problem = 'It was not kept: what looks for secrets could not be loaded. Check the connection and try again.'
    return { kind: 'problem', problem }
  }
  if (!mask) return { kind: 'cancelled' }
  const result = change(panel, proposal.name, { ...evidence, text: mask(evidence.text) })
  if (!isTicking || result.kind === 'refused') return { kind: 'told', result, done: 'Kept' }
  return tick(panel)
}

/** The question about secrets takes its time: what somebody answered meanwhile stays. */
function tick(panel: Panel): Kept {
  const isShown = progressOf(panel.platform).$rollout.get().id === panel.rollout.id
  const kind = readField(panel, 'state')?.value.kind ?? 'open'
  if (!isShown || (kind !== 'open' && kind !== 'started')) {
    return {
      kind: 'problem',
      problem:
        'The output is kept. The item was answered meanwhile, here or for another rollout, and is left as it is.',
    }
  }
  return { kind: 'told', result: change(panel, 'state', plainState('done', panel.digest)), done: 'Kept and ticked' }
}
