import type { Version } from '../../core/index.ts'
import { formatTime } from './field-words.ts'

interface Props {
  /** The value in words. */
  text: string
  version: Version<unknown>
}

/** Longer texts are opened on demand, so that a list of notes can still be looked through. */
const shownLength = 240

/** A value with its time and person; what people typed is text, whichever way it runs. */
export function VersionText({ text, version: { at, by } }: Props) {
  return (
    <>
      {text.length > shownLength ? (
        <details class="value">
          <summary>
            <bdi>{text.slice(0, shownLength / 2).toWellFormed()}…</bdi> ({text.length.toLocaleString('en')} characters)
          </summary>
          <bdi>{text}</bdi>
        </details>
      ) : (
        <bdi class="value">{text}</bdi>
      )}{' '}
      <small>
        <time dateTime={at}>{formatTime(at)}</time>
        {by && (
          <>
            {' '}
            by <bdi>{by}</bdi>
          </>
        )}
      </small>
    </>
  )
}
