import type { Verdict } from '../core/index.ts'

/** A tick, a bar across a ring, a cross: told apart without colour. */
const marks: Record<Verdict, string> = {
  go: 'm6 12.5 4 4 8-9',
  'conditional-go': 'M6 12h12',
  'no-go': 'm7 7 10 10M17 7 7 17',
}

export function VerdictSign({ verdict, size }: { verdict: Verdict; size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d={marks[verdict]} />
    </svg>
  )
}
