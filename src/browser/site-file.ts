/**
 * Bytes of a file that this site publishes, as they are now; without network, as the browser kept them.
 *
 * @param path Below the base of the site, without a slash at its beginning.
 * @throws {Error} With a sentence for people.
 */
export async function loadSiteFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`
  const response = await request(url, 'no-store').catch(() => request(url, 'force-cache').catch(() => undefined))
  if (!response) throw new Error(`${path} could not be loaded. Check the connection, or drop the file here.`)
  if (!response.ok) throw new Error(`This site answered with status ${response.status} for ${path}.`)
  return new Uint8Array(await response.arrayBuffer())
}

const request = (url: string, cache: RequestCache) => fetch(url, { cache })
