/** Runs `work` once for many calls of one moment, after the frame that shows them: a tick itself is painted first. */
export function afterFrame(work: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(() =>
      setTimeout(() => {
        isDue = false
        work()
      }),
    )
  }
}
