/** Loaded only where a wording changed. */
import { diffWords } from 'diff'

/** A run of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'new' | 'gone'
  text: string
}

/** Tells two wordings apart word by word. */
export function diffWordings(earlier: string, later: string): Run[] {
  return diffWords(earlier, later).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }))
}
