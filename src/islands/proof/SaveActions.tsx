import { useState } from 'preact/hooks'
import { type ExportSource, saveCalendar, saveScript } from './save-files.ts'

/** Ways to take the checks to a terminal and the dates to a calendar. */
export function SaveActions({ source }: { source: ExportSource }) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const save = async (write: typeof saveCalendar) => {
    setSaid('')
    setProblem('')
    try {
      setSaid((await write(source)) ?? '')
    } catch (error) {
      // An imported rollout may have an id that a script cannot name.
      setProblem(error instanceof RangeError ? `It was not saved. ${error.message}.` : notLoaded)
    }
  }
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => save(saveScript)}>
          Save checks.sh
        </button>
        <button type="button" onClick={() => save(saveCalendar)}>
          Save calendar
        </button>
        <span class="hint" role="status">
          {said}
        </span>
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

const notLoaded = 'It was not saved: the page lacks a part of itself. Check the connection and try again.'
