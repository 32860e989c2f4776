/** What {@link keepLatest} gives. */
export interface Latest {
  /** Runs now, or as soon as the run under way is over. */
  run(): void
  /** Over when nothing is under way or waits. */
  running(): Promise<void> | undefined
}

/**
 * Runs one thing at a time; of all that are wished for meanwhile, only the last is run.
 *
 * @param act Is told by `isCurrent` whether anybody still waits for what it does.
 */
export function keepLatest(act: (isCurrent: () => boolean) => Promise<void>): Latest {
  let wished = 0
  let running: Promise<void> | undefined
  const runAll = async () => {
    for (let done = -1; done !== wished; ) {
      const current = wished
      await act(() => current === wished)
      done = current
    }
  }
  return {
    run: () => {
      wished++
      running ??= runAll().finally(() => {
        running = undefined
      })
    },
    running: () => running,
  }
}
