/**
 * Characters that nobody types and that make a text look like another: controls other than tab and line feed, marks
 * that turn the direction of what follows, halves of characters.
 */
const deceptive = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u

export function isPlainText(text: string): boolean {
  return !deceptive.test(text) && text.isWellFormed()
}

/** The text without what {@link isPlainText} refuses, for what people paste. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').toWellFormed().replace(new RegExp(deceptive, 'gu'), '')
}

/** Lower case, and letters without their marks: what two texts are compared by when somebody looks for words. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
