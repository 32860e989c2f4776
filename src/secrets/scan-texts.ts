import { findSecretsIn, maskSecrets, type SecretFinding } from './find-secrets.ts'
import { mapTexts, type TextPath } from './map-texts.ts'

/** A secret with where it stands, for people to decide about. */
export interface PlacedFinding {
  /** `Item restore-drill, note`. */
  place: string
  /** What stands around it, with the secret itself shortened. */
  excerpt: string
  kind: string
}

export interface FoundSecrets {
  findings: PlacedFinding[]
  /** Texts that hold secrets, with their masked form. */
  masked: ReadonlyMap<string, string>
}

/** Looks at every text of a value; the same text is looked at once, and told wherever it stands. */
export async function scanTexts(value: unknown, describePlace: (path: TextPath) => string): Promise<FoundSecrets> {
  const places = listTexts(value)
  const findings: PlacedFinding[] = []
  const masked = new Map<string, string>()
  const texts = [...places.keys()]
  for (const [index, found] of (await findSecretsIn(texts)).entries()) {
    const text = texts[index] ?? ''
    if (found.length === 0) continue
    masked.set(text, maskSecrets(text, found))
    const named = new Set((places.get(text) ?? []).map(describePlace))
    for (const place of named) findings.push(...quoteFindings(text, place, found))
  }
  return { findings, masked }
}

/** Shorter texts hold no secret that a rule knows. */
const minLength = 8

function listTexts(value: unknown): Map<string, TextPath[]> {
  const places = new Map<string, TextPath[]>()
  mapTexts(value, (text, path) => {
    const known = places.get(text)
    if (known) known.push(path)
    else if (text.length >= minLength) places.set(text, [path])
    return text
  })
  return places
}

/** A copy without the secrets that were found. */
export function maskTexts<Value>(value: Value, { masked }: Pick<FoundSecrets, 'masked'>): Value {
  return mapTexts(value, (text) => masked.get(text) ?? text)
}

const contextLength = 30
const shownLength = 4

/** What stands before a secret is shown masked, because it may be another one. */
function quoteFindings(text: string, place: string, findings: readonly SecretFinding[]): PlacedFinding[] {
  return findings.map(({ start, end, kind }, index) => {
    const before = maskSecrets(text.slice(0, start), findings.slice(0, index))
    const secret = text.slice(start, start + Math.min(shownLength, Math.floor((end - start) / 4)))
    const context = `${before.length > contextLength ? '…' : ''}${before.slice(-contextLength)}`
    return { place, kind, excerpt: `${context}${secret}…`.replace(/\s+/g, ' ') }
  })
}
