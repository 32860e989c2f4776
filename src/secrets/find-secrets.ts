/** A look for secrets before anything leaves: with the rules of secretlint, and a few of our own. */
import { lintSource } from '@secretlint/core'
import { rules } from '@secretlint/secretlint-rule-preset-recommend'
import { type OwnRule, ownRules } from './own-rules.ts'
import { kindOf, ruleName } from './rule-kinds.ts'

export interface SecretFinding {
  /** Where the secret begins and ends in the text, in UTF-16 units. */
  start: number
  end: number
  /** What it is: "GitHub token". */
  kind: string
  message: string
}

/** Longer texts are looked at in pieces, so that no rule has to go back and forth over megabytes. */
const maxPieceLength = 100_000
/** Longer than any secret: it is found whole in one of two pieces that overlap. */
const overlapLength = 25_000

/** The first would let a comment in the text switch all others off; for addresses, ours marks the password alone. */
const leftOut = ['filter-comments', 'basicauth', 'database-connection-string']
const keptRules = rules
  .filter(({ meta }) => !leftOut.includes(ruleName(meta.id)))
  .map((rule) => ({ id: rule.meta.id, rule }))

/** @returns Findings in the order of the text, none of which overlap. */
export async function findSecrets(text: string): Promise<SecretFinding[]> {
  const findings: SecretFinding[] = []
  for (let start = 0; start === 0 || start < text.length - overlapLength; start += maxPieceLength - overlapLength) {
    const piece = text.slice(start, start + maxPieceLength)
    const found = [...ownRules.flatMap((rule) => applyRule(rule, piece)), ...(await applyKeptRules(piece))]
    findings.push(...found.map((finding) => ({ ...finding, start: finding.start + start, end: finding.end + start })))
  }
  return selectApart(findings)
}

/** Stands between texts that are looked at together; no rule reads over it. */
const separator = '\n\uffff\n'

/**
 * Looks at many texts at once, which is much faster than one by one.
 *
 * @returns Findings by text, in the order of the texts.
 */
export async function findSecretsIn(texts: readonly string[]): Promise<SecretFinding[][]> {
  const findings = await findSecrets(texts.join(separator))
  let offset = 0
  // Both are in order, so that nobody has to look through all findings for every text.
  let next = 0
  return texts.map((text) => {
    const begin = offset
    offset += text.length + separator.length
    const found: SecretFinding[] = []
    for (let finding = findings[next]; finding && finding.start < begin + text.length; finding = findings[++next]) {
      const end = Math.min(text.length, finding.end - begin)
      if (end > 0) found.push({ ...finding, start: Math.max(0, finding.start - begin), end })
      // One that reads on belongs to the next text too.
      if (finding.end > offset) break
    }
    return found
  })
}

/** The text with every finding replaced by words that say what stood there. */
export function maskSecrets(text: string, findings: readonly SecretFinding[]): string {
  const sorted = [...findings].sort((a, b) => b.start - a.start)
  return sorted.reduce(
    (masked, { start, end, kind }) => `${masked.slice(0, start)}[masked: ${kind}]${masked.slice(end)}`,
    text,
  )
}

function applyRule({ kind, pattern, isHarmless }: OwnRule, text: string): SecretFinding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const secret = match.slice(1).find((group) => group !== undefined) ?? match[0]
    if (isHarmless?.(secret)) return []
    const start = match.index + match[0].lastIndexOf(secret)
    return [describeFinding(kind, start, start + secret.length)]
  })
}

async function applyKeptRules(content: string): Promise<SecretFinding[]> {
  const { messages } = await lintSource({
    source: { filePath: 'text.txt', ext: '.txt', content, contentType: 'text' },
    options: { config: { rules: keptRules }, noPhysicFilePath: true },
  })
  return messages.map(({ ruleId, range, data }) => {
    const [start, end] = findSecretItself(content, range, data)
    return describeFinding(kindOf(ruleId), start, end)
  })
}

/** Some rules give the range of what stands before the secret; what they name in their message is the secret itself. */
function findSecretItself(text: string, [start, end]: readonly [number, number], data: object | undefined) {
  const named = Object.values(data ?? {}).filter((value) => typeof value === 'string' && value.length >= 6)
  const places = named.map((value) => [text.indexOf(value, start), value.length] as const)
  const [at, length] = places.find(([index]) => index >= 0) ?? [start, end - start]
  return [at, at + length] as const
}

function describeFinding(kind: string, start: number, end: number): SecretFinding {
  return { start, end, kind, message: `Looks like a secret: ${kind}` }
}

/** Of two that overlap, the one that begins first, and of those the longer one; what juts out is added to it. */
function selectApart(findings: readonly SecretFinding[]): SecretFinding[] {
  const apart: SecretFinding[] = []
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1)
    if (last && finding.start < last.end) last.end = Math.max(last.end, finding.end)
    else apart.push({ ...finding })
  }
  return apart
}
