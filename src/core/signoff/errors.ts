import type { Reason, ReasonCode } from './reasons.ts'

/** Input from outside that is not what it has to be: every reason that was found, at least one. */
export class FormatError extends Error {
  override name = 'FormatError'
  readonly reasons: readonly Reason[]

  constructor(reasons: readonly Reason[], options?: ErrorOptions) {
    super(reasons.map(({ message }) => message).join('; '), options)
    this.reasons = reasons
  }

  /** Of the first reason. */
  get code(): ReasonCode | undefined {
    return this.reasons[0]?.code
  }
}

/**
 * A reason with the place in its words. Both may quote hostile input, so what cannot be seen in them is written out.
 *
 * @param thing What was read, like "Trust file"; the words begin with it.
 * @param fault The rest of the sentence, like "is no public key".
 */
export function buildReason(code: ReasonCode, thing: string, fault: string, path = ''): Reason {
  const message = path === '' ? `${thing} ${fault}` : `${thing}: ${path} ${fault}`
  return { code, message: escapeUnseen(message), path: escapeUnseen(path) }
}

/** @throws {FormatError} Always, with the one reason. */
export function refuse(code: ReasonCode, thing: string, fault: string, path = ''): never {
  throw new FormatError([buildReason(code, thing, fault, path)])
}

/** A name or value in the words of a reason; other alphabets are written out, because their letters may pass for ours. */
export function quoteText(text: string): string {
  return JSON.stringify(shortenText(text)).replace(/[^ -~]/gu, escapeCharacter)
}

export function shortenText(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function escapeUnseen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
