import { renderToStaticMarkup } from 'preact-render-to-string'
import { sha256, sha256Hex } from '../../core/bytes.ts'
import { encodeBase64 } from '../../core/signoff/base64.ts'
import type { Envelope } from '../../core/signoff/envelope.ts'
import type { PublicKey } from '../../core/signoff/public-key.ts'
import { parseReadinessStatement } from '../../core/signoff/statement.ts'
import { ReportPage } from './ReportPage.tsx'

/** What every file of this version has in common. */
export interface ReportFileParts {
  style: string
  /** Says that the browser refused the other script. */
  watch: string
  /** Checks the file. */
  script: string
}

/**
 * Text of the whole file, made from nothing but the envelope, the keys and the parts: the script in the file makes it
 * again and compares.
 *
 * @throws {FormatError} When the payload is no statement of ours.
 */
export async function renderReportFile(
  envelope: Envelope,
  keys: readonly PublicKey[],
  { style, watch, script }: ReportFileParts,
): Promise<string> {
  const statement = parseReadinessStatement(envelope.payload)
  const payloadSha256 = await sha256Hex(envelope.payload)
  const styles = [style, pageFooter(payloadSha256)]
  const policy = await buildPolicy(styles, [watch, script])
  const page = <ReportPage {...{ statement, payloadSha256, envelope, keys, policy, styles, watch, script }} />
  return `<!DOCTYPE html>\n${escapeLetters(renderToStaticMarkup(page))}\n`
}

/** The digest on every printed page. */
function pageFooter(payloadSha256: string): string {
  return `@page{@bottom-left{content:"sha256:${payloadSha256}"}}`
}

/** Nothing may be fetched, and what was changed in a script or a style is refused by the browser itself. */
async function buildPolicy(styles: readonly string[], scripts: readonly string[]): Promise<string> {
  const hashSources = async (texts: readonly string[]) => (await Promise.all(texts.map(hashSource))).join(' ')
  return [
    "default-src 'none'",
    `style-src ${await hashSources(styles)}`,
    `script-src ${await hashSources(scripts)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

async function hashSource(text: string): Promise<string> {
  return `'sha256-${encodeBase64(await sha256(new TextEncoder().encode(text)))}'`
}

/** ASCII alone, which arrives the same whatever a mail server or an editor takes the encoding for. */
function escapeLetters(html: string): string {
  return html.replace(/[^\n -~]/gu, (letter) => `&#${letter.codePointAt(0)};`)
}
