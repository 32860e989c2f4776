import { useEffect, useState } from 'preact/hooks'
import { loadChecklist, type PublishedChecklist } from '../../browser/checklists.ts'

export type Loading =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | ({ kind: 'loaded' } & PublishedChecklist)

/** The checklist of a platform, and a way to ask for it again; all who use it on a page share one request. */
export function useChecklist(platform: string): [Loading, retry: () => void] {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isWanted = true
    setLoading({ kind: 'loading' })
    loadChecklist(platform).then(
      (published) => isWanted && setLoading({ kind: 'loaded', ...published }),
      (error: Error) => isWanted && setLoading({ kind: 'failed', message: error.message }),
    )
    return () => {
      isWanted = false
    }
  }, [platform, attempt])
  return [loading, () => setAttempt(attempt + 1)]
}
