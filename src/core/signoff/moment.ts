/** Moments in statements and trust files: RFC 3339 in UTC with `Z`. */

/**
 * Milliseconds since 1970.
 *
 * @returns Undefined for what is no moment, days and hours that do not exist among it; `Date.parse` alone would take
 *   24:00 for the next day.
 */
export function parseMoment(text: string): number | undefined {
  const seconds = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?Z$/.exec(text)?.[1]
  const time = Date.parse(text)
  if (seconds === undefined || Number.isNaN(time)) return undefined
  return new Date(time).toISOString().startsWith(seconds) ? time : undefined
}

export const isMoment = (text: string): boolean => parseMoment(text) !== undefined

/** Whole seconds, because `fromdate` of jq reads no others (signoff.md §6.1). */
export function formatMoment(moment: Date | string): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`
}
