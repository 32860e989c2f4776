/** What people paste, choose or drop, as evidence; and evidence in words. */
import {
  type Evidence,
  type EvidenceName,
  evidenceName,
  maxEvidenceTextLength,
  parseLink,
} from '../../core/evidence.ts'
import { cleanText } from '../../core/text.ts'

export type ReadEvidence = { kind: 'evidence'; evidence: Evidence } | { kind: 'refused'; reason: string }

/** Browsers digest a file only as a whole in memory. KB are 1,000 bytes. */
const maxFileBytes = 512_000_000

/** Reads a pasted text: one address is a link, all else is kept as text. */
export function readPasted(pasted: string, now: Date): ReadEvidence {
  const collectedAt = now.toISOString()
  const text = cleanText(pasted)
    .replace(/^(\s*\n)+/, '')
    .trimEnd()
  if (text.trim() === '') return { kind: 'refused', reason: 'Paste a link, or the output of the check.' }
  const isOneWord = /^\s*\S+$/.test(text)
  const url = isOneWord ? parseLink(text) : undefined
  if (isOneWord && !url && /^\s*https?:\/\/\S{1000}/.test(text)) {
    return { kind: 'refused', reason: 'This address is too long to be kept as a link. Paste a shorter one.' }
  }
  if (text.length > maxEvidenceTextLength) {
    const [length, limit] = [text.length, maxEvidenceTextLength].map((count) => count.toLocaleString('en'))
    const reason = `This has ${length} characters and ${limit} are kept. Shorten it, or attach it as a file.`
    return { kind: 'refused', reason }
  }
  return { kind: 'evidence', evidence: url ? { kind: 'link', url, collectedAt } : { kind: 'text', text, collectedAt } }
}

/** Reads a file as its name, size and SHA-256; the file itself stays where it is. */
export async function readFile(file: File, now: Date): Promise<ReadEvidence> {
  const name = cleanText(file.name).replaceAll(/\s+/g, ' ').trim() || 'file without name'
  const refuse = (why: string): ReadEvidence => ({ kind: 'refused', reason: `“${name}” is not attached: ${why}` })
  if (file.size > maxFileBytes) {
    const size = sizeInWords(file.size)
    return refuse(
      `it has ${size}, and a browser can compute a digest up to 512 MB. Paste the output of sha256sum instead.`,
    )
  }
  // Browsers offer the digest only where nobody on the way can change the page.
  if (!globalThis.crypto.subtle) return refuse('its digest needs a page served over https or from this machine.')
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    const evidence = { kind: 'file', name, sizeBytes: file.size, sha256, collectedAt: now.toISOString() } as const
    return { kind: 'evidence', evidence }
  } catch {
    return refuse('it cannot be read. A folder, or a file that changed meanwhile, cannot be attached.')
  }
}

/** `crypto.randomUUID` exists on secure pages only; links and text can be attached on any. */
export function newEvidenceName(): EvidenceName {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return evidenceName(number.toString(16).padStart(8, '0'))
}

/** A piece in a few words, for lists and for whoever hears its buttons: "link git.example". */
export function nameEvidence(evidence: Evidence): string {
  if (evidence.kind === 'file') return `file ${shorten(evidence.name)}`
  if (evidence.kind === 'link') return `link ${hostOf(evidence.url) ?? shorten(evidence.url)}`
  return `text “${shorten(evidence.text.trim().replaceAll(/\s+/g, ' '))}”`
}

/** Host of a link; undefined for what is no link, which imported files may hold. */
export function hostOf(url: string): string | undefined {
  const link = parseLink(url)
  return link && new URL(link).host
}

/** "12.3 KB": three digits tell files apart. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const units = ['KB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length)
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power - 1]}`
}

export const shorten = (text: string, length = 60) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
