/** What a command needs in order to run, as far as its text tells. */

/** Words at the beginning of a command that are the shell's own, or in every POSIX system. */
const own = new Set([
  ...['for', 'do', 'done', 'if', 'then', 'else', 'elif', 'fi', 'while', 'until', 'case', 'esac', 'in', 'function'],
  ...['cd', 'echo', 'printf', 'export', 'unset', 'set', 'read', 'test', 'true', 'false', 'exit', 'source', 'eval'],
  ...['cat', 'cut', 'grep', 'head', 'ls', 'sed', 'sort', 'tail', 'tr', 'uniq', 'wc', 'diff', 'comm', 'awk', 'uname'],
])

/** Programs that a command starts, in the order of their names; what the shell brings itself is left out. */
export function listTools(run: string): string[] {
  const bare = maskQuotes(run)
  const starts = bare.matchAll(
    /(?<=^|[|;&(]|\b(?:do|then|else)\s)[ \t]*(?:[A-Za-z_]\w*=[^\s|;&()]*[ \t]+)*([A-Za-z.][\w./-]*)(?![\w=])/gm,
  )
  const names = [...starts].map(([, name = '']) => name)
  return [...new Set(names.filter((name) => !own.has(name)))].sort()
}

/** Whether it takes bash: process substitution and `source` are unknown to other shells. */
export function needsBash(run: string): boolean {
  return /(^|\s)[<>]\(|(^|[\n;&|]\s*)source\s/.test(maskQuotes(run))
}

/** The command with what stands in quotes, comments and escapes put out of sight. */
function maskQuotes(run: string): string {
  return run.replace(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|(?<=^|\s)#.*$/gm, (text) =>
    text.startsWith('#') ? '' : text.startsWith('"') ? unfoldSubstitutions(text) : 'Q',
  )
}

/** A command in double quotes is still run: only what stands around it is text. */
function unfoldSubstitutions(text: string): string {
  return text.includes('$(') ? text.slice(text.indexOf('$(')) : 'Q'
}
