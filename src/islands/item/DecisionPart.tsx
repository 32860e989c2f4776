import { useEffect, useState } from 'preact/hooks'
import type { Item } from '../../core/checklist.ts'
import type { DecisionField } from './DecisionField.tsx'
import { type Definitions, loadAgain } from './definitions.ts'
import { Part } from './Part.tsx'
import type { Panel } from './panel.ts'
import { nothingTold } from './use-told.ts'

interface Props {
  panel: Panel
  definitions: Definitions
  definition: Item | undefined
}

/** Kept once it has come, so that later panels show it at once. */
let Field: typeof DecisionField | undefined

/** The field brings a library for addresses, and items without a decision do not need it. */
export async function loadDecisionField(): Promise<void> {
  ;({ DecisionField: Field } = await import('./DecisionField.tsx'))
}

/** The answer that an item records, once its question is known. */
export function DecisionPart({ panel, definitions, definition }: Props) {
  if (definitions.kind === 'failed') return <Failed platform={panel.platform} message={definitions.message} />
  if (definitions.kind === 'loading') return <p class="panel-hint">Reading the checklist…</p>
  if (!definition?.digest.startsWith(panel.digest)) {
    return (
      <p class="panel-warning">This page and the published checklist differ: reload the page to see the item of now.</p>
    )
  }
  return definition.decision ? <Loaded panel={panel} decision={definition.decision} /> : null
}

function Loaded({ panel, decision }: { panel: Panel; decision: NonNullable<Item['decision']> }) {
  const [isReady, setReady] = useState(Field !== undefined)
  const [hasFailed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    loadDecisionField().then(
      () => setReady(true),
      () => setFailed(true),
    )
  }
  useEffect(() => {
    if (!isReady) load()
  }, [])
  if (isReady && Field) return <Field key={panel.rollout.id} panel={panel} decision={decision} />
  return (
    <Part title="Decision" told={nothingTold}>
      {hasFailed ? <Retry text="The field could not be loaded: check the connection." onRetry={load} /> : null}
    </Part>
  )
}

function Failed({ platform, message }: { platform: string; message: string }) {
  const text = `The checklist could not be loaded: ${message}. A decision cannot be answered here until it is; all else works.`
  return <Retry text={text} onRetry={() => loadAgain(platform)} />
}

function Retry({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <p class="panel-warning" role="alert">
      {text}{' '}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
