import type { Item } from '../../core/checklist.ts'
import { listEvidence } from '../../core/evidence.ts'
import type { ItemTerms } from '../../core/status.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { Marked } from './Marked.tsx'
import { Part } from './Part.tsx'
import type { Panel } from './panel.ts'
import type { Attaching } from './use-attach.ts'
import type { Telling } from './use-told.ts'

interface Props {
  panel: Panel
  /** Undefined until the checklist is there, and when it does not come. */
  definition: Item | undefined
  terms: ItemTerms
  telling: Telling
  attaching: Attaching
}

/** What shows that the item is done: what is attached, what is asked for, and a way to add more. */
export function EvidencePart({ panel, definition, terms, telling, attaching }: Props) {
  const { needsLink, validForDays } = terms
  const hasLink = listEvidence(panel.record).some(([, { kind }]) => kind === 'link')
  const isMissing = needsLink === true && !hasLink && panel.record?.state?.value.kind === 'done'
  const asked = [
    definition?.evidence && `Attach: ${asSentence(definition.evidence)}`,
    needsLink && !isMissing && 'A link is required.',
    validForDays !== undefined && `Valid for ${validForDays === 1 ? '1 day' : `${validForDays} days`}.`,
  ].filter(Boolean)
  return (
    <Part title="Evidence" told={telling.told}>
      {asked.length > 0 && (
        <p class="panel-hint">
          <Marked text={asked.join(' ')} />
        </p>
      )}
      {isMissing && <p class="panel-warning">A link is required, and none is attached.</p>}
      <EvidenceList key={panel.rollout.id} panel={panel} validForDays={validForDays} telling={telling} />
      <EvidenceForm panel={panel} telling={telling} attaching={attaching} />
    </Part>
  )
}

/** What authors write ends without a full stop, and more follows it here. */
const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
