/** Whether the browser keeps what is stored: the best it says it does, and the worst it may do. */

/** `kept` until the person clears it, `may go` under pressure, or `unknown` where the browser does not say. */
export type Keeping = 'kept' | 'may go' | 'unknown'

let asked: Promise<Keeping> | undefined

/** Asks the browser, once a page, not to clear the storage when it runs out of room. */
export function keepStorage(): Promise<Keeping> {
  asked ??= askBrowser()
  return asked
}

/** How things stand, without asking for anything. */
export async function readKeeping(): Promise<Keeping> {
  try {
    return (await navigator.storage.persisted()) ? 'kept' : 'may go'
  } catch {
    return 'unknown'
  }
}

async function askBrowser(): Promise<Keeping> {
  try {
    return (await navigator.storage.persist()) ? 'kept' : 'may go'
  } catch {
    return 'unknown'
  }
}

/**
 * Safari deletes what scripts stored when a site was not visited for seven days of use, whatever it was asked.
 *
 * @see https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
 */
export function deletesAfterSevenDays(userAgent: string): boolean {
  return /Safari\//.test(userAgent) && !/Chrom|CriOS|FxiOS|Edg|Android/.test(userAgent)
}
