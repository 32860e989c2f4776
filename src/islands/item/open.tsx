import { render } from 'preact'
import { loadStyle } from '../../browser/load-style.ts'
import styleUrl from '../../styles/item-panel.css?url'
import { loadDecisionField } from './DecisionPart.tsx'
import { definitionsOf, whenDefined } from './definitions.ts'
import { ItemPanel } from './ItemPanel.tsx'

/** A panel that comes whole after this time moves nothing; after it, what is there is shown. */
const patienceMs = 250

/** Shows what can be said about an item beside its tick, below its note; asked again, it does nothing. */
export async function openItemPanel(row: HTMLElement, platform: string, item: string): Promise<void> {
  const host = row.querySelector<HTMLElement>('.item-panel')
  if (!host || host.hasChildNodes()) return
  const waited = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.all([loadStyle(styleUrl), Promise.race([prepare(platform, item), waited])])
  render(<ItemPanel row={row} platform={platform} item={item} />, host)
}

/** What the panel would otherwise show later, below what somebody may be reading by then. */
async function prepare(platform: string, item: string): Promise<void> {
  await whenDefined(platform)
  const definitions = definitionsOf(platform).get()
  const hasDecision = definitions.kind === 'loaded' && definitions.items.get(item)?.decision !== undefined
  if (hasDecision) await loadDecisionField().catch(() => {})
}
