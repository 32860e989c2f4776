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
        lock = await navigator.wakeLock.request('screen')
        setRefused(false)
        if (isOver) await lock.release()
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
