import { useEffect, useState } from 'preact/hooks'
import { deletesAfterSevenDays, readKeeping } from '../../browser/keep-storage.ts'

/** How likely the browser is to lose the key by itself; nothing where it promised not to. */
export function KeyKeeping() {
  const [words, setWords] = useState<string>()
  useEffect(() => {
    describeKeeping().then(setWords)
  }, [])
  return words === undefined ? null : <p class="hint">{words}</p>
}

async function describeKeeping(): Promise<string | undefined> {
  if (deletesAfterSevenDays(navigator.userAgent)) {
    return 'This browser deletes the key after seven days of use without a visit to this site.'
  }
  if ((await readKeeping()) === 'kept') return undefined
  return 'The browser may clear the key when the device runs out of room: it did not promise to keep what this site stores.'
}
