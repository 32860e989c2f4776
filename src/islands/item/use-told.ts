import { useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import type { ChangeResult } from '../../stores/progress.ts'

/** What is said of the last change: that it is stored, or why not. */
export interface Told {
  said: string
  problem: string
}

/** As the row writes it when it is ticked. */
const timeFormat = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' })

export const nothingTold: Told = { said: '', problem: '' }

/** @param done What happened, like "Removed". */
export function tellResult(result: ChangeResult, done: string, at: Date): Told {
  if (result.kind === 'refused') return { said: '', problem: result.reason }
  if (!result.isStored) return { said: '', problem: 'Not saved. The notice at the foot of the page says why.' }
  return { said: `${done} ${timeFormat.format(at)}`, problem: '' }
}

export interface Telling {
  told: Told
  /** @param done What happened, "Saved" where nothing is said. */
  tell: (result: ChangeResult, done?: string) => void
  complain: (problem: string) => void
}

/** What a part of the panel says of its last change, and how it is told; "saved" only of what the device holds. */
export function useTold(): Telling {
  const [told, setTold] = useState(nothingTold)
  const tell = (result: ChangeResult, done = 'Saved') => setTold(tellResult(result, done, now()))
  const complain = (problem: string) => setTold({ said: '', problem })
  return { told, tell, complain }
}
