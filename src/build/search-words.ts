/** How long a helper word gets: what is longer is told apart by its beginning. */
export const maxHelperLength = 40

/** Where a command or a name has its joints: `use_lockfile`, `maxSurge`, `v1.9.1`. */
const joints = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u

/**
 * Words beside a text by which commands and names are found as typed, whole and in part.
 *
 * Pagefind takes punctuation out of a word, or splits the word at it, and finds words by their beginning; so
 * `ignore-tlog` would not find `--insecure-ignore-tlog`. Beside each such word stand its ends from every joint on,
 * without punctuation (`insecureignoretlog`, `ignoretlog`, `tlog`); a query loses its punctuation in the same way.
 */
export function listHelperWords(text: string): string[] {
  const words = new Set<string>()
  for (const word of text.normalize('NFD').replace(/\p{M}/gu, '').split(/\s+/)) {
    const parts = word.split(joints).filter(Boolean)
    if (parts.length < 2) continue
    for (let start = 0; start < parts.length; start++) {
      const end = parts.slice(start).join('').toLowerCase().slice(0, maxHelperLength)
      if (end.length > 1) words.add(end)
    }
  }
  return [...words]
}

/** Every plain word of some texts in lower case, the commonest first: what a mistyped word is compared with. */
export function listPlainWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
      if (/^\p{L}{4,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([word]) => word)
}
