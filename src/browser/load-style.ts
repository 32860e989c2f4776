const loading = new Map<string, Promise<void>>()

/**
 * Loads a style sheet of ours once, for what is built on demand: one that a script imports would be part of every page.
 *
 * @returns When it holds, or when it never will: what is not styled still works.
 */
export function loadStyle(url: string): Promise<void> {
  const known = loading.get(url)
  if (known) return known
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = url
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => resolve())
  })
  loading.set(url, loaded)
  document.head.append(link)
  return loaded
}
