/**
 * Every reason for which something is refused, ignored or cannot be judged. Programs rely on the codes: a code is never
 * renamed or given another sense; the words are for the help page and for people who look a code up.
 */
export const reasonWords = {
  // What was asked for; nothing is judged.
  'option-missing': 'A required argument is missing; nothing is accepted by default',
  'option-malformed': 'An argument is not what it has to be',
  'trust-missing': 'There is no trust file',
  'algorithm-unsupported': 'This browser cannot check Ed25519 signatures, and without them there are too few people',

  // Any JSON that is read.
  'too-large': 'The file is larger than is read',
  'too-deep': 'The file nests deeper than is read',
  'too-many': 'The file holds more values, items or signatures than are read',
  'not-utf8': 'The file is not UTF-8, or begins with a byte order mark',
  'not-json': 'The file is not JSON, or was cut off',
  'duplicate-member': 'A member stands twice, so that two programs would read two different reports',
  'forbidden-member': 'A member has a name that reaches for the prototype of objects',
  'half-character': 'A text holds half a character',

  // Envelope and bundle.
  'envelope-shape': 'The file is no DSSE envelope and no Sigstore bundle',
  'payload-type': 'The envelope does not hold an in-toto statement',
  base64: 'A text is not canonical base64',
  'signature-count': 'The envelope has no signature, or more than 64',
  'payloads-differ': 'The files sign different bytes; signatures are merged over the same bytes only',

  // Trust file.
  'trust-shape': 'The trust file has not the members that it needs, or others',
  'trust-digest': 'The trust file is not the one that was asked for',
  'key-malformed': 'A public key cannot be read',
  'key-private': 'A private key stands where a public key belongs: replace that key, it is no longer secret',
  'key-algorithm': 'A key is of another type than ECDSA P-256 or Ed25519',
  'key-off-curve': 'A key is no point of its curve',
  'key-small-order': 'A key for which one signature fits every message',
  'key-not-canonical': 'A key is not written in the one form that it has',
  'key-reused': 'A key is listed more than once',
  'key-dates': 'The dates of a key contradict each other',
  identifier: 'A name holds characters that cannot be seen, or is not in Unicode form NFC',
  'deceptive-text': 'A text holds control characters, or characters that turn the direction of what follows',
  lookalike: 'A name looks like another one, or mixes alphabets',
  'id-reused': 'An id is listed more than once',
  'role-unheld': 'A role is required that nobody holds',
  'role-repeated': 'A role is listed more than once',
  'count-out-of-range': 'More people are required for a role than hold it, or fewer than one',
  'requirement-missing': 'The policy requires nobody',
  'policy-unsatisfiable': 'There are not enough people for all the required roles together',

  // Signatures that are left out, and what is then missing.
  'signature-malformed': 'A signature is neither a strict DER signature of ECDSA P-256 nor one of Ed25519',
  'signature-unknown': 'A signature is by no key of the trust file over these bytes',
  'signature-repeated': 'A signature is by a person who has already signed',
  'key-not-yet-valid': 'A signature is by a key that is not valid yet',
  'key-expired': 'A signature is by a key that is no longer valid',
  'key-revoked': 'A signature is by a key that was revoked',
  'attempts-exhausted': 'A signature was not tried with every key, because the envelope would take too long',
  'no-valid-signature': 'Nobody in the trust file signed these bytes with a valid key',
  'role-missing': 'People for a role that the trust file requires did not sign',
  'signoff-missing': 'People for a role that the statement itself requires did not sign',

  // Statement.
  'statement-shape': 'The statement has not the members that it needs, or others',
  'statement-type': 'The payload is no in-toto Statement v1',
  'predicate-type': 'The statement is of another type than asked for',
  'number-not-integer': 'A number is no integer below 2^53',
  'digest-weak': 'A digest is of an algorithm that does not count',
  'digest-malformed': 'A digest has not the length or the digits of its algorithm',
  'subject-mismatch': 'The statement is not about what is to be rolled out',
  'rollout-mismatch': 'The statement is about another rollout',
  'environment-mismatch': 'The statement is about another environment',
  'checklist-mismatch': 'The statement is about another checklist, or another version of it',
  'dates-impossible': 'A date does not exist, or the statement ends before it begins',
  'frozen-in-future': 'The statement was frozen after the moment at which it is judged',
  expired: 'The statement is no longer valid',
  'too-old': 'The statement is older than the policy allows',
  'item-repeated': 'An item stands twice',
  'item-reason': 'An item that is not done gives no reason',
  'item-expiry': 'An accepted risk has no end',
  'item-missing': 'An item of the checklist is missing',
  'item-weakened': 'An item is required less, or otherwise, than the checklist says',
  'item-reworded': 'An item says something else than in the checklist',
  'item-unknown': 'An item is not in the checklist',
  'risk-expired': 'An accepted risk has ended, so that its item is open again',
  'result-mismatch': 'The result does not follow from the items',
  'result-failed': 'The result is FAILED: a must is open',
  'result-excepted': 'The result is WARNED, and exceptions are not accepted here',
} as const

export type ReasonCode = keyof typeof reasonWords

/** Why something was refused, ignored or cannot be judged. */
export interface Reason {
  code: ReasonCode
  /** What is wrong here, for people; the place is in it. */
  message: string
  /** Where, like `signers[0].keys[1].publicKey`; empty for a file or a call as a whole. */
  path: string
}
