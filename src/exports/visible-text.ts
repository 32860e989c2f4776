/**
 * Characters that nobody sees and that change what the others seem to say: controls, marks of direction, separators,
 * letters without ink. Joiners stay, because Persian and emoji are written with them.
 */
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu

/** The text with whatever hides in it written out, like `[U+202E]`. */
export function showUnseen(text: string): string {
  return text.replace(unseen, (character) => {
    const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `[U+${digits}]`
  })
}

/** Longer than any browser's address line takes. */
const maxLinkLength = 2_000
const linkedProtocols = ['https:', 'http:', 'mailto:']

/**
 * The address of a link, in the one form in which browsers follow it; shown like that, it cannot name another host.
 *
 * @returns Undefined for what may not be followed from a report, like a script.
 */
export function parseReportLink(text: string): string | undefined {
  if (text.length > maxLinkLength || !URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return linkedProtocols.includes(protocol) && href.length <= maxLinkLength ? href : undefined
}

/** A moment as every reader sees it, whatever their clock is set to: `2026-11-20 09:00 UTC`. */
export function formatMinute(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`
}
