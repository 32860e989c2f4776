import { now } from '../../browser/environment.ts'
import { termsOf } from '../../browser/page-facts.ts'
import { judgeItem } from '../../core/status.ts'
import { progressOf } from '../../stores/progress.ts'
import { ProofPart } from '../proof/ProofPart.tsx'
import { DecisionPart } from './DecisionPart.tsx'
import { definitionsOf } from './definitions.ts'
import { EvidencePart } from './EvidencePart.tsx'
import { History } from './History.tsx'
import { Person } from './Person.tsx'
import type { Panel } from './panel.ts'
import { StatePart } from './StatePart.tsx'
import { useAttach } from './use-attach.ts'
import { useDrop } from './use-drop.ts'
import { useLive, useLiveKey } from './use-live.ts'
import { useTold } from './use-told.ts'

interface Props {
  row: HTMLElement
  platform: string
  item: string
}

/** What can be said about an item beside its tick: state, decision, evidence, and what was said before. */
export function ItemPanel({ row, platform, item }: Props) {
  const { $items, $rollout } = progressOf(platform)
  const rollout = useLive($rollout)
  const record = useLiveKey($items, item)
  const definitions = useLive(definitionsOf(platform))
  const definition = definitions.kind === 'loaded' ? definitions.items.get(item) : undefined
  const terms = termsOf(platform, item)
  const panel: Panel = { row, platform, item, digest: terms.digest ?? '', rollout, record }
  const status = judgeItem(record, terms, rollout, now())
  const telling = useTold()
  const attaching = useAttach(panel, telling)
  const { isOver, listeners } = useDrop(attaching.attach)
  // What was begun for one rollout is not about another one: these begin anew with it.
  const key = rollout.id
  return (
    <div class="panel" data-defined={definition !== undefined} {...listeners}>
      <StatePart key={`state ${key}`} panel={panel} terms={terms} status={status} />
      <DecisionPart panel={panel} definitions={definitions} definition={definition} />
      <ProofPart key={`proof ${key}`} panel={panel} definition={definition} telling={telling} />
      <EvidencePart panel={panel} definition={definition} terms={terms} telling={telling} attaching={attaching} />
      <History key={`history ${key}`} panel={panel} unit={definition?.decision?.unit} />
      <Person item={item} />
      {isOver && <p class="drop-zone">Drop files to attach their name, size and digest</p>}
    </div>
  )
}
