/** Words of a check's command that stand for something of the reader's own. */

export interface Placeholder {
  /** As it stands in the command: `<namespace>` or a word that the item names. */
  token: string
  /** What it stands for. */
  label: string
}

/** A word between angle brackets; `</dev/null` and `<(` are none. */
const bracketed = /<[a-z][a-z0-9 _-]{0,40}>/g

/** Each placeholder of a command once, in the order in which it first stands there. */
export function listPlaceholders(run: string, fill: Readonly<Record<string, string>> = {}): Placeholder[] {
  const named = Object.keys(fill).filter((token) => token !== '' && findToken(run, token, 0) >= 0)
  const tokens = [...new Set([...(run.match(bracketed) ?? []), ...named])]
  return tokens
    .map((token) => ({ token, label: fill[token] ?? token.slice(1, -1), at: findToken(run, token, 0) }))
    .sort((a, b) => a.at - b.at)
    .map(({ token, label }) => ({ token, label }))
}

/**
 * Where a token stands as a word of its own: `NAME` is not found in `NAMESPACE` or `--name`.
 *
 * @returns A negative number where it does not.
 */
export function findToken(text: string, token: string, from: number): number {
  for (let at = text.indexOf(token, from); at >= 0; at = text.indexOf(token, at + 1)) {
    const before = /[A-Za-z0-9_]/.test(token[0] ?? '') ? (text[at - 1] ?? '') : ''
    const after = /[A-Za-z0-9_]$/.test(token) ? (text[at + token.length] ?? '') : ''
    if (!/[A-Za-z0-9_]/.test(before) && !/[A-Za-z0-9_]/.test(after)) return at
  }
  return -1
}

/**
 * Puts a shell variable in the place of each placeholder, so that its value is one word and never code.
 *
 * @param variables By token.
 * @returns Undefined where one stands in a command inside of double quotes: nobody can see how it would be read there.
 */
export function fillPlaceholders(run: string, variables: ReadonlyMap<string, string>): string | undefined {
  let filled = ''
  let quote: '' | '"' | "'" = ''
  for (let at = 0; at < run.length; ) {
    const found = [...variables].find(([token]) => findToken(run, token, at) === at)
    if (found) {
      const [token, variable] = found
      if (quote === '"' && run.slice(run.lastIndexOf('"', at), at).includes('$(')) return undefined
      filled += quoteVariable(variable, quote)
      at += token.length
      continue
    }
    const character = run[at] ?? ''
    const length = character === '\\' && quote !== "'" ? 2 : 1
    if (character === '#' && quote === '' && /(^|\s)$/.test(run.slice(0, at))) {
      const end = run.indexOf('\n', at)
      filled += run.slice(at, end < 0 ? undefined : end)
      at = end < 0 ? run.length : end
      continue
    }
    if (character === quote) quote = ''
    else if (quote === '' && (character === '"' || character === "'")) quote = character
    filled += run.slice(at, at + length)
    at += length
  }
  return filled
}

function quoteVariable(variable: string, quote: '' | '"' | "'"): string {
  if (quote === '"') return `\${${variable}}`
  return quote === "'" ? `'"\${${variable}}"'` : `"\${${variable}}"`
}
