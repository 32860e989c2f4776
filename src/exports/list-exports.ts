import type { Bytes } from '../core/bytes.ts'
import { encodeBundle } from '../core/signoff/bundle.ts'
import { encodeEnvelope } from '../core/signoff/envelope.ts'
import { identifySignatures } from '../core/signoff/merge-envelopes.ts'
import type { PublicKey } from '../core/signoff/public-key.ts'
import { nameFiles } from './file-name.ts'
import type { SignedReport } from './signed-report.ts'

export interface ReportExport {
  /** Stable, and unique in a list. */
  id: string
  label: string
  /** Whom it is for, in one line. */
  hint: string
  fileName: string
  mediaType: string
  make(): Promise<string | Bytes>
}

/** Name of a signer for the name of a file, where somebody knows it. */
export type NameSigner = (key: PublicKey) => string | undefined

type Row = [id: string, label: string, hint: string, ending: string, mediaType: string, make: ReportExport['make']]

/** Everything that a frozen report can be saved as; what needs a signature is left out while there is none. */
export function listExports(signed: SignedReport, nameSigner: NameSigner = () => undefined): ReportExport[] {
  const name = nameFiles(signed.statement.predicate.rollout.id)
  const rows = [
    ...(signed.envelope.signatures.length > 0 ? listSignedRows(signed, nameSigner) : []),
    ...listPlainRows(signed),
  ]
  return rows.map(([id, label, hint, ending, mediaType, make]) => ({
    id,
    label,
    hint,
    fileName: `${name}.${ending}`,
    mediaType,
    make,
  }))
}

function listSignedRows(signed: SignedReport, nameSigner: NameSigner): Row[] {
  const { envelope, keys } = signed
  const identify = () => identifySignatures(envelope, keys)
  const owners = nameOwners(keys, nameSigner)
  return [
    [
      'html',
      'HTML file',
      'One file for people and archives: it prints, carries the signatures and checks itself offline',
      'html',
      'text/html',
      async () => (await import('./report-html.ts')).encodeReportHtml(signed),
    ],
    [
      'envelope',
      'DSSE envelope',
      'The report with all of its signatures, for golive verify, openssl and the other signers',
      'dsse.json',
      'application/json',
      async () => encodeEnvelope(await identify()),
    ],
    ...owners.map(
      ({ key, owner }): Row => [
        `bundle-${key.keyid}`,
        `Sigstore bundle of ${owner}`,
        'The report with this one signature, for cosign 3 and registries',
        `${owner}.sigstore.json`,
        'application/vnd.dev.sigstore.bundle.v0.3+json',
        async () => encodeBundle(await identify(), key),
      ],
    ),
  ]
}

function listPlainRows(signed: SignedReport): Row[] {
  const { statement, envelope } = signed
  const { requiredSignoffs: required } = statement.predicate
  return [
    [
      'statement',
      'Statement',
      'The very bytes that are signed, to sign them with cosign, openssl or a hardware key',
      'statement.json',
      'application/json',
      async () => envelope.payload,
    ],
    [
      'markdown',
      'Markdown',
      'For tickets and summaries; it proves nothing by itself',
      'md',
      'text/markdown',
      async () => (await import('./statement-markdown.ts')).encodeStatementMarkdown(signed),
    ],
    [
      'csv',
      'CSV',
      'One row for each item, for sheets; formulas in it are text',
      'csv',
      'text/csv',
      async () => (await import('./statement-csv.ts')).encodeStatementCsv(signed),
    ],
    [
      'junit',
      'JUnit XML',
      'For reports of pipelines; sign-offs count as missing until golive verify has checked them',
      'junit.xml',
      'application/xml',
      // Who signed for which role, a trust file says, and none was asked.
      async () => (await import('./junit.ts')).encodeJunit({ statement, required, missing: required }),
    ],
    [
      'cyclonedx',
      'CycloneDX 1.6',
      'Declarations for platforms of governance and of bills of materials',
      'cdx.json',
      'application/vnd.cyclonedx+json',
      async () => (await import('./cyclonedx.ts')).encodeCycloneDx(signed),
    ],
  ]
}

/** A name for each key that signed, told apart where two people have the same one. */
function nameOwners(keys: readonly PublicKey[], nameSigner: NameSigner): { key: PublicKey; owner: string }[] {
  const names = keys.map((key) => nameFiles(nameSigner(key) ?? `key-${shorten(key)}`))
  return keys.map((key, index) => {
    const name = names[index] ?? ''
    const isShared = names.filter((other) => other === name).length > 1
    return { key, owner: isShared ? `${name}-${shorten(key)}` : name }
  })
}

const shorten = ({ keyid }: PublicKey) => keyid.replace(/^SHA256:|[^A-Za-z0-9]/g, '').slice(0, 8)
