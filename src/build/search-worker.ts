/**
 * Makes Pagefind's worker load its table of contents and WebAssembly as soon as it runs.
 *
 * A page is busy with its dialog just then, and what it posts waits until it has time.
 *
 * @param script Of the worker.
 * @param base Of the site, with a slash at its end.
 * @returns The script with the message that begins a search; its answer has the number 0, for which nobody waits.
 */
export function startAtOnce(script: string, base: string): string {
  const options = { basePath: `${base}pagefind/`, baseUrl: base, language: 'en', primary: true }
  // The name of the search is the one of `src/islands/search/engine.ts`.
  const data = JSON.stringify({ id: 0, instanceId: 'golive', method: 'init', args: [options] })
  return `${script}\nself.dispatchEvent(new MessageEvent("message",{data:${data}}));\n`
}
