/** Writes the checks of a rollout as a shell script that a person can read before it runs. */
import type { Checklist } from '../checklist.ts'
import type { Rollout } from '../rollout.ts'
import { isRolloutId } from '../rollout-id.ts'
import { resultsHeading } from './check-results.ts'
import { type Check, type CheckList, type CheckValue, listChecks } from './list-checks.ts'
import { scriptHead, scriptTail } from './script-engine.ts'
import { commentLines, oneLine, quoteDocument, quoteWord } from './shell-text.ts'

export interface CheckScriptInput {
  checklist: Checklist
  /** Digest of the published checklist's bytes, lower-case hexadecimal. */
  checklistSha256: string
  rollout: Rollout
  now: Date
  /** Which Golive writes it. */
  version: string
}

/**
 * Writes the script.
 *
 * Titles, names and expectations are comments or quoted words; code is the commands of the checklist and nothing else.
 *
 * @throws {RangeError} When an id is none, so that it could be read as something else.
 */
export function encodeCheckScript(input: CheckScriptInput): string {
  const list = listChecks(input.checklist, input.rollout, input.now)
  assertNames(input, list)
  const lines = [
    '#!/bin/sh',
    ...introduce(input),
    '',
    ...askValues(list.values),
    ...layHead(input, list),
    '',
    'checks() {',
    ...list.sections.flatMap(({ title, checks }) => [
      '',
      ...commentLines(`---- ${oneLine(title)} ----`),
      `section ${quoteWord(title)}`,
      ...checks.flatMap(layCheck),
    ]),
    // A function needs a command, also where no item has one.
    ':',
    '}',
    '',
    ...commentLines('---- From here on the script is the same for every rollout ----'),
    '',
    scriptHead,
    '',
    scriptTail,
  ]
  return `${lines.join('\n')}\n`
}

function introduce({ checklist, checklistSha256, rollout, now, version }: CheckScriptInput): string[] {
  const { title, version: edition } = checklist
  return [
    ...commentLines(`Checks of the rollout "${rollout.name}" (${rollout.id}) ${rollout.environment}`),
    ...commentLines(`${title} ${edition}, sha256:${checklistSha256}`),
    ...commentLines(`Written by Golive ${version} at ${now.toISOString()}`),
    '#',
    '# All commands only read. Look through them before you run them: they run as you, where you are.',
    '#',
    '#   sh checks.sh                 shows what would run, asks, and runs it',
    '#   sh checks.sh --yes           runs without asking',
    '#   sh checks.sh --list          only shows what would run',
    '#   sh checks.sh ID ...          takes only these checks',
    '#   sh checks.sh -o FILE         where the results go; the file must not be there yet',
    '#   sh checks.sh --timeout 60    seconds that a check may take, where the system has "timeout"',
    '#',
    '# The results hold what the commands print: names, addresses, perhaps secrets. Look at them before you share them.',
  ]
}

function askValues(values: readonly CheckValue[]): string[] {
  if (values.length === 0) return []
  return [
    '# ---- Values ----',
    '# Write each behind its "=", as in GOLIVE_NAME=\'my name\', or set it in the environment.',
    '# A check is left out while a value that it needs is empty.',
    '',
    ...values.flatMap(askValue),
  ]
}

/** The value as the environment has it, until somebody writes another. */
function askValue({ token, label, variable, items }: CheckValue): string[] {
  const meaning = token === `<${label}>` ? token : `${token}: ${label}`
  return [
    ...commentLines(`${meaning}, for ${items.join(', ')}`),
    `${variable}=\${${variable}-}`,
    `export ${variable}`,
    '',
  ]
}

function layHead({ checklist, checklistSha256, rollout }: CheckScriptInput, { sections }: CheckList): string[] {
  const ids = sections.flatMap(({ checks }) => checks.filter(({ script }) => script).map(({ item }) => item.id))
  return [
    `rollout=${quoteWord(rollout.id)}`,
    `name=${quoteWord(`${rollout.name} (${rollout.id})`)}`,
    `ids=${quoteWord(ids.join(' '))}`,
    '',
    'write_head() {',
    `  printf '%s\\n' ${quoteWord(resultsHeading)} ${quoteWord(`rollout ${rollout.id}`)} \\`,
    `    ${quoteWord(`platform ${checklist.platform}`)} ${quoteWord(`checklist sha256:${checklistSha256}`)} "started $1"`,
    '}',
  ]
}

function layCheck({ item, digest, run, script, byHand, shell, tools, variables }: Check): string[] {
  const words = [
    '',
    ...commentLines(`${item.title} [${item.level}]`),
    ...commentLines(item.verify?.expect ?? '', { first: 'Good: ' }),
  ]
  if (script === undefined) {
    const reason = commentLines(`${item.id}, by hand: ${byHand ?? 'it cannot be run here'}`)
    return [
      ...words,
      ...reason,
      ...run.split('\n').flatMap((line) => commentLines(line, { first: '    ', width: 10_000 })),
    ]
  }
  const { opening, lines } = quoteDocument(script)
  const named = [item.id, digest, shell, tools.join(' '), variables.join(' ')].map(quoteWord).join(' ')
  return [...words, `check ${named} ${opening}`, ...lines]
}

/** Ids are compared, split and written to the results: nothing but ids may stand there. */
function assertNames({ checklist, checklistSha256, rollout }: CheckScriptInput, { sections }: CheckList): void {
  const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/
  const wrong = [
    ...(isRolloutId(rollout.id) ? [] : [rollout.id]),
    ...(kebabCase.test(checklist.platform) ? [] : [checklist.platform]),
    ...(/^[0-9a-f]{64}$/.test(checklistSha256) ? [] : [checklistSha256]),
    ...sections.flatMap(({ checks }) =>
      checks.flatMap(({ item, digest }) => (kebabCase.test(item.id) && /^[0-9a-f]{16}$/.test(digest) ? [] : [item.id])),
    ),
  ]
  if (wrong.length > 0) throw new RangeError(`Cannot write a script: ${JSON.stringify(wrong[0])} is no id`)
}
