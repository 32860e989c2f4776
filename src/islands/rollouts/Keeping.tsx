import { useEffect, useRef, useState } from 'preact/hooks'
import { type Keeping as Kept, keepStorage, readKeeping } from '../../browser/keep-storage.ts'

const words: Record<Kept, string> = {
  kept: 'The browser keeps what is stored here until you clear it yourself.',
  'may go': 'The browser may clear what is stored here when the device runs out of room.',
  unknown: 'The browser does not say whether it keeps what is stored here. Save a backup now and then.',
}

/** Whether the browser keeps what is stored, and a way to ask it to. */
export function Keeping() {
  const [keeping, setKeeping] = useState<Kept>()
  const [wasAsked, setAsked] = useState(false)
  useEffect(() => {
    readKeeping().then(setKeeping)
  }, [])
  const line = useRef<HTMLParagraphElement>(null)
  const ask = async () => {
    setKeeping(await keepStorage())
    setAsked(true)
    // The button goes with the question; whoever pressed it goes on at the answer.
    line.current?.focus()
  }
  const wasRefused = wasAsked && keeping !== 'kept'
  return (
    <>
      <p role="status" tabIndex={-1} ref={line}>
        {keeping && words[keeping]}
        {wasRefused &&
          ' Asked to keep it, the browser did not agree: it does for sites that are installed, bookmarked or visited often. Save a backup now and then.'}
      </p>
      {keeping === 'may go' && !wasAsked && (
        <button type="button" onClick={ask}>
          Ask the browser to keep it
        </button>
      )}
    </>
  )
}
