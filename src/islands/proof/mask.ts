import { scanTexts } from '../../secrets/scan-texts.ts'
import { askAboutSecrets } from '../secrets/ask.tsx'

interface PlacedText {
  /** Where the text stands, for people. */
  place: string
  text: string
}

/**
 * Asks what is to become of secrets in texts that are about to be kept.
 *
 * @returns How each text is to be kept, or undefined where nothing is.
 */
export async function settleSecrets(
  texts: readonly PlacedText[],
  about?: string,
): Promise<((text: string) => string) | undefined> {
  const placeOf = ([at]: readonly (string | number)[]) => texts[Number(at)]?.place ?? 'the file'
  const found = await scanTexts(
    texts.map(({ text }) => text),
    placeOf,
  )
  const choice = await askAboutSecrets(found.findings, about)
  if (choice === 'cancel') return undefined
  return (text) => (choice === 'mask' ? (found.masked.get(text) ?? text) : text)
}
