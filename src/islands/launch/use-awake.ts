import { useEffect, useState } from 'preact/hooks'

/** Whether the screen is kept from going dark; `refused` where the browser does not do it now, to save power for one. */
export type Awake = 'unable' | 'off' | 'on' | 'refused'

/** Keeps the screen awake on demand; the browser lets go whenever the page is hidden, so it is asked again. */
export function useAwake(): [Awake, toggle: () => void] {
  const [isWanted, setWanted] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const isAble = 'wakeLock' in navigator
  useEffect(() => {
    if (!isWanted) return
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const mine = await navigator.wakeLock.request('screen')
        if (isOver) return void mine.release()
        lock?.release()
        lock = mine
        setRefused(false)
        // A battery that runs low takes it away from a page that is still looked at.
        mine.addEventListener('release', () => mine === lock && !isOver && setRefused(!document.hidden))
      } catch {
        setRefused(true)
      }
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      lock?.release()
    }
  }, [isWanted])
  const awake = !isAble ? 'unable' : !isWanted ? 'off' : isRefused ? 'refused' : 'on'
  return [awake, () => setWanted(!isWanted)]
}
