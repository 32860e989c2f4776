/** A trust file while it is made: everything as it stands in the fields, right or wrong. */
import type { TrustFile } from '../../core/signoff/index.ts'

export interface DraftKey {
  publicKey: string
  notBefore: string
  notAfter: string
  revokedAt: string
  revocationReason: string
}

export interface DraftSigner {
  id: string
  roles: string[]
  keys: DraftKey[]
}

export interface DraftRule {
  role: string
  /** Digits; anything else is for the lint to refuse. */
  count: string
}

export interface DraftEnvironment {
  name: string
  require: DraftRule[]
}

export interface TrustDraft {
  schema: string
  signers: DraftSigner[]
  require: DraftRule[]
  environments: DraftEnvironment[]
  maxAgeDays: string
  /** Empty where the file leaves it out. */
  allowResult: string[]
  distinctPersons: boolean
}

export const emptyDraft: TrustDraft = {
  schema: '',
  signers: [],
  require: [{ role: '', count: '1' }],
  environments: [],
  maxAgeDays: '14',
  allowResult: ['PASSED', 'WARNED'],
  distinctPersons: true,
}

export const emptyKey: DraftKey = { publicKey: '', notBefore: '', notAfter: '', revokedAt: '', revocationReason: '' }

/** The file, its members always in this order: the same draft gives the same bytes. What is wrong stays wrong in it. */
export function buildTrustFile(draft: TrustDraft): TrustFile {
  const { schema, signers, environments, maxAgeDays, allowResult, distinctPersons } = draft
  const file = {
    ...(schema && { $schema: schema }),
    version: 1,
    signers: signers.map(({ id, roles, keys }) => ({ id, roles, keys: keys.map(buildKey) })),
    policy: {
      require: draft.require.map(buildRule),
      ...(environments.length > 0 && {
        environments: Object.fromEntries(
          environments.map((each) => [each.name, { require: each.require.map(buildRule) }]),
        ),
      }),
      ...(distinctPersons && { distinctPersons }),
      ...(maxAgeDays !== '' && { maxAgeDays: parseCount(maxAgeDays) }),
      ...(allowResult.length > 0 && { allowResult }),
    },
  }
  // What the fields hold may be no such file yet; the core's lint, which gets it as text, decides.
  return file as TrustFile
}

function buildKey({ publicKey, ...terms }: DraftKey) {
  return { publicKey, ...Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== '')) }
}

const buildRule = ({ role, count }: DraftRule) => ({ role, count: parseCount(count) })

/** A number where the text is one in its plain form, else the text, which is then refused. */
const parseCount = (text: string) => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text)

/** Roles that anybody has or that are required, in their order. */
export function listRoles({ signers, require: base, environments }: TrustDraft): string[] {
  const rules = [base, ...environments.map((each) => each.require)].flat()
  const roles = [...signers.flatMap((signer) => signer.roles), ...rules.map(({ role }) => role)]
  return [...new Set(roles)].filter((role) => role !== '')
}
