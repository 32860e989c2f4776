import { useMemo } from 'preact/hooks'
import { termsOf } from '../../browser/page-facts.ts'
import { progressOf } from '../../stores/progress.ts'
import { DecisionField } from '../item/DecisionField.tsx'
import { History } from '../item/History.tsx'
import { Person } from '../item/Person.tsx'
import type { Panel } from '../item/panel.ts'
import { useLive, useLiveKey } from '../item/use-live.ts'
import { platform } from './desk.ts'
import { makeRow, type PageDecision } from './page.ts'

/** The same field as in the item's own panel, with what was ever changed and the name that changes are marked with. */
export function AnswerEditor({ page }: { page: PageDecision }) {
  const { item, decision } = page
  const { $items, $rollout } = progressOf(platform)
  const rollout = useLive($rollout)
  const record = useLiveKey($items, item)
  const row = useMemo(() => makeRow(page), [page])
  const panel: Panel = { row, platform, item, digest: termsOf(platform, item).digest ?? '', rollout, record }
  return (
    <>
      <DecisionField key={rollout.id} panel={panel} decision={decision} />
      <History key={`history ${rollout.id}`} panel={panel} unit={decision.unit} />
      <Person item={item} />
    </>
  )
}
