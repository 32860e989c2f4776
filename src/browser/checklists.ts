import { type Checklist, sha256Hex } from '../core/index.ts'

/** A published checklist with the digest of its bytes. */
export interface PublishedChecklist {
  checklist: Checklist
  sha256: string
}

const loaded = new Map<string, Promise<PublishedChecklist>>()

/**
 * The checklist of a platform as the site publishes it, fetched once a page.
 *
 * @throws {Error} With a sentence for people, when it cannot be had now; asking again tries again.
 */
export function loadChecklist(platform: string): Promise<PublishedChecklist> {
  const known = loaded.get(platform)
  if (known) return known
  const loading = fetchChecklist(platform)
  loaded.set(platform, loading)
  loading.catch(() => loaded.delete(platform))
  return loading
}

async function fetchChecklist(platform: string): Promise<PublishedChecklist> {
  if (!isSecureContext) throw new Error('Its digest needs a page served over https or from this machine.')
  const url = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${platform}/checklist.json`
  const response = await fetch(url).catch(() => undefined)
  if (!response) throw new Error('The checklist could not be loaded. Check the connection.')
  if (!response.ok) throw new Error(`The checklist answered with status ${response.status}.`)
  const text = await response.text()
  return { checklist: JSON.parse(text), sha256: await sha256Hex(text) }
}
