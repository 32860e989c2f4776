import { sha256Hex } from '../core/index.ts'
import { encodeEnvelope } from '../core/signoff/envelope.ts'
import type { ReadinessStatement } from '../core/signoff/statement-schema.ts'
import { buildClaims } from './cyclonedx-claims.ts'
import { buildComponent, buildStandard, refOf } from './cyclonedx-parts.ts'
import { nameFiles } from './file-name.ts'
import { claimsNotice } from './readiness-words.ts'
import type { SignedReport } from './signed-report.ts'

/**
 * A frozen report as CycloneDX 1.6 with declarations (CDXA), for platforms of governance and of bills of materials.
 *
 * Deterministic: the same report gives the same bytes. It is a rendering, and not what was signed.
 *
 * @see https://cyclonedx.org/docs/1.6/json/ and signoff.md §7
 */
export async function encodeCycloneDx(signed: SignedReport): Promise<string> {
  const { statement, payloadSha256 } = signed
  const { frozenAt, producer, rollout, result } = statement.predicate
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${deriveUuid(payloadSha256)}`,
    version: 1,
    metadata: {
      timestamp: frozenAt,
      tools: { components: [{ type: 'application', name: producer.uri, version: producer.version }] },
      properties: Object.entries({
        'golive:rollout': rollout.id,
        'golive:environment': rollout.environment,
        'golive:result': result,
        'golive:payload': `sha256:${payloadSha256}`,
      }).map(([name, value]) => ({ name, value })),
    },
    declarations: await buildDeclarations(signed),
    definitions: { standards: [buildStandard(statement.predicate)] },
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

async function buildDeclarations(signed: SignedReport) {
  const { statement, envelope } = signed
  const { claims, evidence, map } = buildClaims(statement.predicate)
  return {
    assessors: [{ 'bom-ref': refOf('assessor'), thirdParty: false }],
    attestations: [{ summary: summarise(statement), assessor: refOf('assessor'), map }],
    claims,
    ...(evidence.length > 0 && { evidence }),
    targets: { components: statement.subject.map(buildComponent) },
    ...(envelope.signatures.length > 0 && { affirmation: await buildAffirmation(signed) }),
  }
}

const summarise = ({ predicate }: ReadinessStatement) =>
  `Readiness of ${predicate.rollout.id} for ${predicate.rollout.environment}: ${predicate.result}. ${claimsNotice}`

/** Who holds a key, only a trust file says: a signatory is named by its key. */
async function buildAffirmation({ statement, envelope }: SignedReport) {
  const { affirmation, rollout } = statement.predicate
  const externalReference = {
    type: 'digital-signature',
    url: `${nameFiles(rollout.id)}.dsse.json`,
    hashes: [{ alg: 'SHA-256', content: await sha256Hex(encodeEnvelope(envelope)) }],
  }
  const signatories = envelope.signatures.map(({ keyid }, index) => ({
    organization: { name: keyid === '' ? 'Holder of a key that is not named' : `Holder of the key ${keyid}` },
    externalReference: { ...externalReference, comment: `signatures[${index}] of the DSSE envelope` },
  }))
  return { statement: affirmation, signatories }
}

/** A version 8 UUID (RFC 9562 §5.8) made of the digest. */
function deriveUuid(sha256: string): string {
  const variant = ((Number.parseInt(sha256.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const parts = [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
  ]
  return [...parts, sha256.slice(20, 32)].join('-')
}
