/** The checks of a rollout that a script can run, and those that a person has to. */
import type { Checklist, Item } from '../checklist.ts'
import { itemDigestLength } from '../progress.ts'
import { judgeItem, type RolloutTerms } from '../status.ts'
import { fillPlaceholders, listPlaceholders, type Placeholder } from './placeholders.ts'
import { listTools, needsBash } from './shell-facts.ts'

/** A value that the reader fills in, for every check that needs it. */
export interface CheckValue extends Placeholder {
  /** Name of the shell variable. */
  variable: string
  /** Ids of the items that need it. */
  items: string[]
}

export interface Check {
  item: Item
  /** Beginning of the digest of the item's text. */
  digest: string
  /** The command as published. */
  run: string
  /** The command with variables for what the reader fills in; absent where a person has to run it. */
  script?: string
  /** Why a person has to run it. */
  byHand?: string
  variables: string[]
  tools: string[]
  shell: 'sh' | 'bash'
}

export interface CheckList {
  sections: { id: string; title: string; checks: Check[] }[]
  values: CheckValue[]
}

/** Checks with a command of the items that apply, in reading order; sections without any are left out. */
export function listChecks(checklist: Checklist, rollout: RolloutTerms, now: Date): CheckList {
  const values = new Map<string, CheckValue>()
  const sections = checklist.sections.map(({ id, title, items }) => ({
    id,
    title,
    checks: items
      .filter((item) => item.verify?.run !== undefined && !judgeItem(undefined, item, rollout, now).isExcluded)
      .map((item) => describeCheck(item, values)),
  }))
  return { sections: sections.filter(({ checks }) => checks.length > 0), values: [...values.values()] }
}

function describeCheck(item: Item, values: Map<string, CheckValue>): Check {
  const { run = '', fill, byHand } = item.verify ?? { expect: '' }
  const base = { item, digest: item.digest.slice(0, itemDigestLength), run, tools: listTools(run) }
  const shell = needsBash(run) ? 'bash' : 'sh'
  if (byHand !== undefined) return { ...base, shell, variables: [], byHand }
  const placeholders = listPlaceholders(run, fill)
  const taken = placeholders.map((placeholder) => [placeholder.token, nameVariable(placeholder, values)] as const)
  const script = fillPlaceholders(run, new Map(taken))
  if (script === undefined)
    return { ...base, shell, variables: [], byHand: 'A value stands inside of a command in quotes' }
  for (const placeholder of placeholders) noteValue(placeholder, item.id, values)
  return { ...base, shell, script, variables: taken.map(([, variable]) => variable) }
}

const keyOf = ({ token, label }: Placeholder) => `${token}\n${label}`

/** One name for each meaning: the same word with another meaning gets a number. */
function nameVariable(placeholder: Placeholder, values: ReadonlyMap<string, CheckValue>): string {
  const known = values.get(keyOf(placeholder))
  if (known) return known.variable
  const words = placeholder.token
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  const taken = new Set([...values.values()].map(({ variable }) => variable))
  let variable = `GOLIVE_${words}`
  for (let number = 2; taken.has(variable); number++) variable = `GOLIVE_${words}_${number}`
  return variable
}

function noteValue(placeholder: Placeholder, item: string, values: Map<string, CheckValue>): void {
  const key = keyOf(placeholder)
  const known = values.get(key)
  if (known) known.items.push(item)
  else values.set(key, { ...placeholder, variable: nameVariable(placeholder, values), items: [item] })
}
