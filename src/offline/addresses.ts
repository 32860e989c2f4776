/** Files of a version: where each lies in the cache, by the address it is asked for. */
export type FileKeys = Readonly<Record<string, string>>

/** A file of the site, as the build lists it. */
export interface SiteFile {
  /** Address from the base of the site; that of a page ends like its folder: `azimuth/`. */
  url: string
  /** SHA-256 of its bytes, base64. */
  revision: string
  bytes: number
  /** Files that came together as this one, in its order: they are stored, and it is not. */
  parts?: readonly FilePart[]
}

/** A file inside another; its digest is cut, because that of the whole is what counts. */
export type FilePart = Omit<SiteFile, 'parts'>

/**
 * Keys under which the files of a version are stored.
 *
 * A file that is the same in two versions has the same key in both: it is loaded and stored once.
 *
 * @param base Address of the site, with a slash at its end.
 */
export function keysOf(files: readonly SiteFile[], base: string): FileKeys {
  return Object.fromEntries(
    files.flatMap(storedFiles).map(({ url, revision }) => {
      const address = new URL(url, base)
      const key = new URL(address)
      key.searchParams.set('golive', revision)
      return [address.href, key.href]
    }),
  )
}

/** What is stored of a file: itself, or its parts. */
export function storedFiles(file: SiteFile): readonly FilePart[] {
  return file.parts ?? [file]
}

/** Key of what an address shows; a static site answers the same whatever the query says, and so does this. */
export function findKey(keys: FileKeys, url: string): string | undefined {
  const address = plainAddress(url).replace(/\/index\.html$/, '/')
  return Object.hasOwn(keys, address) ? keys[address] : undefined
}

/** Address with the slash that the folder of a page ends with, where only that was missing. */
export function findFolder(keys: FileKeys, url: string): string | undefined {
  const { search } = new URL(url)
  const folder = `${plainAddress(url)}/`
  return Object.hasOwn(keys, folder) ? folder + search : undefined
}

function plainAddress(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
