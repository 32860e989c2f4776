import type { CopyFacts, PageMessage } from '../../offline/messages.ts'

/** Longer than a worker needs to start and answer; one that does not leaves the page as it is. */
const patienceMs = 10_000

/**
 * Tells a worker something and waits for what it then knows of its copy.
 *
 * @param isLong Whether it may take as long as it takes: loading the whole site does.
 */
export function askWorker(worker: ServiceWorker, message: PageMessage, isLong = false): Promise<CopyFacts | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timer = isLong ? undefined : setTimeout(() => resolve(undefined), patienceMs)
    port1.onmessage = ({ data }) => {
      clearTimeout(timer)
      port1.close()
      resolve(data)
    }
    worker.postMessage(message, [port2])
  })
}
