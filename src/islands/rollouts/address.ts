/**
 * Which form the address asks for: `?new`, `?new&platform=azimuth`, `?edit=payments-2.4.0`, `?copy=payments-2.4.0`.
 *
 * Opening and closing a form replaces the address and adds nothing to the history: going back leaves the page, where
 * the browser asks about unsaved work, and never throws a half-filled form away in silence.
 */
export type Asked = { kind: 'new'; platform?: string } | { kind: 'edit'; id: string } | { kind: 'copy'; id: string }

export function parseAsked(search: string): Asked | undefined {
  const parameters = new URLSearchParams(search)
  const platform = parameters.get('platform')
  if (parameters.has('new')) return { kind: 'new', ...(platform && { platform }) }
  const [edit, copy] = [parameters.get('edit'), parameters.get('copy')]
  if (edit !== null) return { kind: 'edit', id: edit }
  return copy === null ? undefined : { kind: 'copy', id: copy }
}

export function formatAsked(asked: Asked | undefined): string {
  if (!asked) return ''
  if (asked.kind === 'new') return asked.platform ? `?new&platform=${encodeURIComponent(asked.platform)}` : '?new'
  return `?${asked.kind}=${encodeURIComponent(asked.id)}`
}
