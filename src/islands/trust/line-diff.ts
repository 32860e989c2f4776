/** Loaded only where a file was opened. */
import { structuredPatch } from 'diff'

export interface Line {
  kind: 'same' | 'new' | 'gone' | 'skipped'
  text: string
}

const kinds: Record<string, Line['kind']> = { '+': 'new', '-': 'gone', ' ': 'same' }

/** Lines that came and went, each with a little of what stands around it. */
export function diffLines(before: string, after: string): Line[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 4 })
  return hunks.flatMap(({ lines }, index): Line[] => [
    ...(index > 0 ? [{ kind: 'skipped' as const, text: '…' }] : []),
    // A remark of the format about the end of a file is no line of it.
    ...lines
      .filter((line) => !line.startsWith('\\'))
      .map((line) => ({ kind: kinds[line[0] ?? ' '] ?? 'skipped', text: line.slice(1) })),
  ])
}
