import { useEffect, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'

/** The time, anew with every second that begins. */
export function useClock(): Date {
  const [, draw] = useState({})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(
        () => {
          draw({})
          wait()
        },
        1000 - (now().getTime() % 1000),
      )
    }
    wait()
    return () => clearTimeout(timer)
  }, [])
  return now()
}
