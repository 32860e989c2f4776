/** `golive-trust.json`: people, their roles and keys, and who has to sign (signoff.md §5.3). Published as a schema. */
import * as z from 'zod'
import { isIdentifier } from './identifier.ts'
import { isMoment } from './moment.ts'
import { coded } from './schema-reasons.ts'

/** Keys are tried one by one with every signature, so that their number bounds the work. */
export const maxTrustKeys = 200

const identifier = z
  .string()
  .refine(
    isIdentifier,
    coded('identifier', 'is empty, too long, not in Unicode form NFC, or holds characters that cannot be seen'),
  )
const moment = z.string().refine(isMoment, coded('dates-impossible', 'is no moment like 2026-11-21T09:30:00Z'))
const text = z.string().max(2_000, 'is longer than 2,000 characters')

export const requirementSchema = z.strictObject({
  role: identifier,
  count: z.int('is no whole number').refine((count) => count >= 1, coded('count-out-of-range', 'is below 1')),
})

const requirementsSchema = z.array(requirementSchema).max(100, 'holds more than 100 roles')

const keySchema = z.strictObject({
  publicKey: z.string().describe('PEM of a public key, or a line of OpenSSH; ECDSA P-256 or Ed25519'),
  notBefore: moment.optional().describe('First moment at which its signatures count, UTC'),
  notAfter: moment.optional().describe('First moment at which they no longer count, UTC'),
  revokedAt: moment.optional().describe('Moment from which on the key does not count, UTC'),
  revocationReason: text.optional().describe('Why it was revoked, for people'),
})

/** One person: what people send to whoever keeps the trust file. */
export const signerSchema = z.strictObject({
  id: identifier.describe('Who it is, in the one way that reports show; like an e-mail address'),
  roles: z.array(identifier).min(1, 'is empty').max(100, 'holds more than 100 roles'),
  keys: z.array(keySchema).min(1, 'is empty').max(maxTrustKeys, `holds more than ${maxTrustKeys} keys`),
})

export const trustSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors'),
  version: z.literal(1, 'is not 1'),
  signers: z.array(signerSchema).min(1, 'is empty').max(maxTrustKeys, `holds more than ${maxTrustKeys} people`),
  policy: z.strictObject({
    require: requirementsSchema
      .refine((list) => list.length > 0, coded('requirement-missing', 'requires nobody'))
      .describe('Who has to sign for every environment'),
    environments: z
      .record(identifier, z.strictObject({ require: requirementsSchema }))
      .optional()
      .describe('Who has to sign for an environment besides; it can raise a count and never lower one'),
    distinctPersons: z.literal(true, 'can only be true').optional().describe('One person fills one place; always so'),
    maxAgeDays: z.int('is no whole number').min(1, 'is below 1').max(3_650, 'is above 3650').optional(),
    allowResult: z
      .array(z.enum(['PASSED', 'WARNED'], 'can only be PASSED or WARNED'))
      .refine((list) => list.includes('PASSED'), 'leaves PASSED out')
      .optional()
      .describe('Results that are accepted; both where it is absent'),
  }),
})

export type TrustFile = z.output<typeof trustSchema>
export type SignerEntry = z.output<typeof signerSchema>
