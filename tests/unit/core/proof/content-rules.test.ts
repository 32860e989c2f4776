import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { listItems } from '../../../../src/core/index.ts'
import { maxExcerptLength } from '../../../../src/core/proof/excerpt.ts'
import { judgeOutput } from '../../../../src/core/proof/judge-output.ts'
import { encodeChecklist, loadContent } from '../../../../src/guides/index.ts'

type Recorded = Record<string, { good: string; bad?: string; unclear?: string }>

const recorded: Recorded = parse(readFileSync('tests/vectors/proof/outputs.yaml', 'utf8'))
const { platforms } = await loadContent('content')
const items = platforms.flatMap(({ id, checklist }) =>
  listItems(checklist).map((item) => ({ name: `${id}/${item.id}`, ...item })),
)
const ruled = items.filter(({ verify }) => verify?.judge)
const now = new Date('2026-11-21T18:00:00Z')

const judge = (name: string, output: string) => {
  const verify = items.find((item) => item.name === name)?.verify
  return judgeOutput(verify?.judge, output, { ...verify, now })
}

test('every item with a rule has recorded outputs, a good one and another', () => {
  expect(Object.keys(recorded).sort()).toEqual(ruled.map(({ name }) => name).sort())
  expect(Object.values(recorded).filter(({ bad, unclear }) => bad === undefined && unclear === undefined)).toEqual([])
  expect(ruled.length).toBeGreaterThan(60)
})

const outputsOf = (kind: 'good' | 'bad' | 'unclear') =>
  Object.entries(recorded).flatMap(([name, outputs]): [name: string, output: string][] => {
    const output = outputs[kind]
    return output === undefined ? [] : [[name, output]]
  })

test('rules are published with their items', () => {
  const published = platforms.flatMap(({ checklist }) => listItems(JSON.parse(encodeChecklist(checklist))))
  expect(published.filter(({ verify }) => verify?.judge).map(({ verify }) => verify)).toEqual(
    ruled.map(({ verify }) => verify),
  )
})

test.each(outputsOf('good'))('the rule of %s passes the good output', (name, output) => {
  expect(judge(name, output)).toMatchObject({ verdict: 'pass', why: expect.stringMatching(/\S/) })
})

test.each(outputsOf('good'))('the rule of %s passes it with the command copied along', (name, output) => {
  const run = items.find((item) => item.name === name)?.verify?.run ?? ''
  const typed = run.split('\n').map((line) => `ada@host:~$ ${line.replace(/<[a-z ]+>/g, 'mine.example')}`)
  expect(judge(name, `${typed.join('\n')}\n${output}`).verdict).toBe('pass')
})

test.each(outputsOf('bad'))('the rule of %s fails the bad output', (name, output) => {
  const { verdict, excerpt } = judge(name, output)
  expect([verdict, excerpt.length <= maxExcerptLength]).toEqual(['fail', true])
})

test.each(outputsOf('unclear'))('the rule of %s leaves the unclear output to a person', (name, output) => {
  expect(judge(name, output).verdict).toBe('unclear')
})

test.each([
  ['prose', 'Dear all,\nthe launch is on Friday.\n'],
  ['an error of kubectl', 'error: You must be logged in to the server (Unauthorized)\n'],
  ['a missing program', 'sh: 1: kubectl: not found\n'],
  ['a refused connection', 'Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout\n'],
  ['what another check printed', '{"items":[]}\n'],
])('no rule passes %s', (_, output) => {
  expect(ruled.filter(({ name }) => judge(name, output).verdict === 'pass').map(({ name }) => name)).toEqual([])
})

test('only rules that ask for an empty output pass one', () => {
  const passed = ruled.filter(({ name }) => judge(name, ' \n\n').verdict === 'pass')
  expect(passed.flatMap(({ verify }) => verify?.judge?.pass.filter((rule) => !('empty' in rule)) ?? [])).toEqual([])
})

test('no rule passes a good output with an error of the tool behind it', () => {
  const trouble = 'Error from server (Forbidden): pods is forbidden\n'
  expect(Object.entries(recorded).filter(([name, { good }]) => judge(name, good + trouble).verdict === 'pass')).toEqual(
    [],
  )
})
