import { fillPlaceholders, findToken, listPlaceholders } from '../core/proof/placeholders.ts'
import { isObject } from '../core/record.ts'
import type { ItemFrontmatter } from '../core/schema.ts'

/** What is wrong with how an item's check is run and judged: where under the item, and what to do. */
export interface ProofFault {
  path: PropertyKey[]
  message: string
}

/** Checks what the schema cannot: that rule, words and command of a check belong together. */
export function checkProof({ verify }: ItemFrontmatter): ProofFault[] {
  // A section that the schema refuses is checked as well, and there anything may stand here.
  if (!isObject(verify)) return []
  const { run, judge, fill, byHand } = verify
  if (typeof run !== 'string') {
    const extra = Object.entries({ judge, fill, byHand }).find(([, value]) => value !== undefined)
    const message = `says "${extra?.[0]}" of a check without a command: add "run" or take it out`
    return extra ? [{ path: ['verify', extra[0]], message }] : []
  }
  const words = isObject(fill) ? fill : {}
  return [...checkFill(run, words), ...(byHand === undefined ? checkPlaces(run, words) : [])]
}

function checkFill(run: string, fill: Readonly<Record<string, unknown>>): ProofFault[] {
  return Object.keys(fill)
    .filter((token) => findToken(run, token, 0) < 0)
    .map((token) => ({
      path: ['verify', 'fill', token],
      message: `fills in "${token}", which is no word of its command: correct it or take it out`,
    }))
}

function checkPlaces(run: string, fill: Readonly<Record<string, unknown>>): ProofFault[] {
  const labels = Object.fromEntries(Object.keys(fill).map((token) => [token, token]))
  const variables = new Map(listPlaceholders(run, labels).map(({ token }, at) => [token, `VALUE_${at}`]))
  if (fillPlaceholders(run, variables) !== undefined) return []
  const message = 'has a word to fill in inside of a command in quotes: move it out, or say "byHand"'
  return [{ path: ['verify', 'run'], message }]
}
