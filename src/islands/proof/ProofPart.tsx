import { useState } from 'preact/hooks'
import { loadStyle } from '../../browser/load-style.ts'
import type { Item } from '../../core/checklist.ts'
import proofStyle from '../../styles/proof.css?url'
import { Part } from '../item/Part.tsx'
import type { Panel } from '../item/panel.ts'
import type { Telling } from '../item/use-told.ts'
import type { OutputForm } from './OutputForm.tsx'

interface Props {
  panel: Panel
  /** Undefined until the checklist is there, and when it does not come. */
  definition: Item | undefined
  /** Of the evidence, where what is kept arrives. */
  telling: Telling
}

/** Kept once it has come, so that later panels show it at once. */
let Form: typeof OutputForm | undefined

async function loadForm(): Promise<void> {
  ;[{ OutputForm: Form }] = await Promise.all([import('./OutputForm.tsx'), loadStyle(proofStyle)])
}

/** Where the item has a command to check it: the way to have its output judged, loaded when somebody wants it. */
export function ProofPart({ panel, definition, telling }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState('')
  // Another wording may have another rule; the panel says that the page is not of now.
  if (definition?.verify?.run === undefined || !definition.digest.startsWith(panel.digest)) return null
  const toggle = async () => {
    setProblem('')
    try {
      await loadForm()
      setOpen(!isOpen)
    } catch {
      setProblem('The field could not be loaded: check the connection and try again.')
    }
  }
  const close = () => {
    setOpen(false)
    document.getElementById(`${panel.item}-judge`)?.focus()
  }
  return (
    <Part title="Check" told={{ said: '', problem }}>
      <p class="actions">
        <button type="button" id={`${panel.item}-judge`} aria-expanded={isOpen} onClick={toggle}>
          Judge its output
        </button>
      </p>
      {isOpen && Form && <Form panel={panel} definition={definition} telling={telling} onDone={close} />}
    </Part>
  )
}
