/** What the help says of names, codes and options is what the code has. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { parseTrust, reasonWords } from '../../../src/core/signoff/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { findBlock, helpPages, listBlocks, listCommands, readPage } from './help-pages.ts'

const optionsIn = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z0-9-]*/g))].sort()

const readHelp = async (...command: string[]) => (await runCli([...command, '--help'])).stdout

test('what people are told to press is on a screen', () => {
  const screens = globSync('src/**/*.{tsx,astro}').map((file) => readFileSync(file, 'utf8').replace(/\s+/g, ' '))
  const buttons = helpPages.flatMap((page) => [...readPage(page).matchAll(/\bpress(?:es)? \*\*([^*]+)\*\*/gi)])
  const labels = new Set(buttons.map(([, label = '']) => label.replace(/\s+/g, ' ')))
  expect(labels.size).toBeGreaterThan(10)
  expect([...labels].filter((label) => !screens.some((screen) => screen.includes(label)))).toEqual([])
})

test('the page of reasons has every code once', () => {
  const codes = [...readPage('reasons').matchAll(/<Reasons\s+codes="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.trim().split(/\s+/),
  )
  expect(codes.toSorted()).toEqual(Object.keys(reasonWords).sort())
})

test('codes that the page of verifying explains are codes', () => {
  const [, table = ''] = readPage('verify').split('## Why it was refused')
  const rows = table.split('## Another moment')[0]?.match(/^\| `.*$/gm) ?? []
  const codes = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code))
  expect(codes.length).toBeGreaterThan(8)
  expect(codes.filter((code) => !Object.hasOwn(reasonWords, code ?? ''))).toEqual([])
})

test('the table of options of "golive verify" is complete', async () => {
  const [, section = ''] = readPage('verify').split('## On the command line')
  const rows = section.split('## Why it was refused')[0]?.match(/^\| `--.*$/gm) ?? []
  const named = optionsIn(rows.map((row) => row.split(' | ')[0]).join(' '))
  expect(named).toEqual(optionsIn((await readHelp('verify')).replaceAll('--help', '')))
})

describe('every call of golive', () => {
  const calls = helpPages.flatMap((page) => ['sh', 'yaml'].flatMap((language) => listBlocks(page, language)))
  const commands = calls.flatMap(listCommands).flatMap((line) => {
    const [, words = ''] = /node \w+\/golive\.mjs (.*)$/.exec(line) ?? []
    return words === '' ? [] : [words]
  })

  test.each(commands)('golive %s', async (words) => {
    const [first = '', second = ''] = words.split(' ')
    const known = optionsIn(await readHelp(...(first === 'trust' ? [first, second] : [first])))
    expect(known.length).toBeGreaterThan(0)
    expect(optionsIn(words).filter((option) => !known.includes(option))).toEqual([])
  })
})

test('the trust file of the help is one that verifiers take', async () => {
  const text = findBlock('trust-file', 'json', '"signers"')
  const { signers } = await parseTrust(new TextEncoder().encode(text))
  expect(signers.map(({ id }) => id)).toEqual(['ana@example.com', 'ben@example.com'])
})

test.each(helpPages)('%s has only YAML and JSON that can be read', (page) => {
  for (const text of listBlocks(page, 'yaml')) {
    expect(parseAllDocuments(text).flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([])
  }
  for (const text of listBlocks(page, 'json')) expect(() => JSON.parse(text)).not.toThrow()
})
