import { useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { listEvidence } from '../../core/evidence.ts'
import { newEvidenceName, readFile } from './evidence-input.ts'
import { change, type Panel } from './panel.ts'
import type { Telling } from './use-told.ts'

export interface Attaching {
  attach: (files: readonly File[]) => Promise<void>
  /** Name of the file whose digest is being computed. */
  computing: string | undefined
}

/** Attaches files one after the other: each is in memory while its digest is computed. */
export function useAttach(panel: Panel, telling: Telling): Attaching {
  const [computing, setComputing] = useState<string>()
  const attach = async (files: readonly File[]) => {
    const known = listEvidence(panel.record).map(([, evidence]) => evidence)
    const refusals: string[] = []
    for (const file of files) {
      setComputing(file.name)
      const read = await readFile(file, now())
      if (read.kind === 'refused') refusals.push(read.reason)
      else if (known.some((piece) => isSameFile(piece, read.evidence))) {
        refusals.push(`“${file.name}” is attached already.`)
      } else {
        telling.tell(change(panel, newEvidenceName(), read.evidence), 'Added')
        known.push(read.evidence)
      }
    }
    setComputing(undefined)
    if (refusals.length > 0) telling.complain(refusals.join(' '))
  }
  return { attach, computing }
}

function isSameFile(left: object, right: object): boolean {
  const [one, other] = [left, right] as { name?: string; sha256?: string }[]
  return one?.sha256 !== undefined && one.sha256 === other?.sha256 && one.name === other?.name
}
