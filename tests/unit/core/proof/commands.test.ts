import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { fillPlaceholders, findToken, listPlaceholders } from '../../../../src/core/proof/placeholders.ts'
import { listTools, needsBash } from '../../../../src/core/proof/shell-facts.ts'
import { commentLines, quoteDocument, quoteWord } from '../../../../src/core/proof/shell-text.ts'
import { anyUtf16 } from '../../../fixtures/arbitraries.ts'

// Shells and megabytes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test.each([
  ['kubectl get ns', 'kubectl'],
  ['a | jq . && b || c; d', 'a b c d jq'],
  ['for h in x y; do dig +short $h; done | sort -u', 'dig'],
  ['IP=$(juju status ams | jq -r .x)\njuju ssh ams/0 -- curl', 'jq juju'],
  ['OS_CLIENT_CONFIG_FILE=a/b openstack token issue', 'openstack'],
  ['export KUBECONFIG=./x\nkubectl get nodes', 'kubectl'],
  ['# on each node\nls -l /dev/kvm', ''],
  ["ssh core@host 'cat x | nc y'", 'ssh'],
  ['./bin/seed-ssh hostname', './bin/seed-ssh'],
  ['comm -23 <(kubectl get ns) <(jq .)', 'jq kubectl'],
  ['echo "$(gitleaks git .)"', 'gitleaks'],
  ['a -o jsonpath=\'{range .items[*]}{"\\n"}{end}\'', 'a'],
  ["ansible-inventory --list | jq -r '.all.vars | keys'", 'ansible-inventory jq'],
])('listTools() of %s', (run, tools) => {
  expect(listTools(run).join(' ')).toBe(tools)
})

test.each([
  ['kubectl get ns </dev/null', false],
  ["jq '.a | source x'", false],
  ['comm <(a) <(b)', true],
  ['source ./bin/activate production', true],
  ['a; source b', true],
])('needsBash() of %s is %s', (run, isNeeded) => {
  expect(needsBash(run)).toBe(isNeeded)
})

test('listPlaceholders() finds what stands in brackets and what is named, in order', () => {
  const run = 'a <name> </dev/null -n NAMESPACE --NAME NAME <server ip> <name> <(b)'
  expect(listPlaceholders(run, { NAME: 'name of it', GONE: 'x', '<name>': 'other', '': 'x' })).toEqual([
    { token: '<name>', label: 'other' },
    { token: 'NAME', label: 'name of it' },
    { token: '<server ip>', label: 'server ip' },
  ])
})

test('findToken() finds words, not parts of words', () => {
  expect(findToken('NAMESPACE MY_NAME NAMES', 'NAME', 0)).toBe(-1)
  expect(findToken('NAMESPACE=NAME', 'NAME', 0)).toBe(10)
})

test.each([
  ['a https://<h>:1/', `a https://"\${V}":1/`],
  ['a "x <h> y"', `a "x \${V} y"`],
  ["a 'x <h> y'", `a 'x '"\${V}"' y'`],
  ['a \\"<h>', `a \\""\${V}"`],
  ['a # never mind <h>\nb <h>', `a # never mind <h>\nb "\${V}"`],
  ['a#<h>', `a#"\${V}"`],
  ['x=$(a <h>)', `x=$(a "\${V}")`],
])('fillPlaceholders() fills in %s', (run, filled) => {
  expect(fillPlaceholders(run, new Map([['<h>', 'V']]))).toBe(filled)
})

test('fillPlaceholders() gives up inside of a command in quotes', () => {
  expect(fillPlaceholders('a "$(b <h>)"', new Map([['<h>', 'V']]))).toBeUndefined()
})

const inShell = (script: string, env: Record<string, string> = {}) =>
  spawnSync('sh', ['-c', script], { env: { PATH: '/usr/bin:/bin', ...env }, encoding: 'utf8' })

test('a value is one word of the command, whatever it holds', () => {
  const anyValue = fc.string({
    unit: fc.constantFrom('a', ' ', '"', "'", '$', '`', '\\', '*', ';', '\n', '(', '&', '#'),
  })
  fc.assert(
    fc.property(anyValue, fc.constantFrom('x<h>y', '"x<h>y"', "'x<h>y'"), (value, word) => {
      const filled = fillPlaceholders(`printf '[%s]' ${word} end`, new Map([['<h>', 'V']])) ?? ''
      expect(inShell(filled, { V: value }).stdout).toBe(`[x${value}y][end]`)
    }),
    { numRuns: 40 },
  )
})

test('quoteWord() and commentLines() keep any text from being code', () => {
  const anyText = fc.oneof(anyUtf16, fc.string({ unit: fc.constantFrom("'", '\\', '$', '\n', '\r', '`', ' ', 'a') }))
  fc.assert(
    fc.property(anyText, (text) => {
      const comments = commentLines(text, { first: 'Good: ' })
      expect(comments.every((line) => /^#[^\n\r]*$/.test(line))).toBe(true)
      const { stdout, stderr } = inShell(`${comments.join('\n')}\nprintf %s ${quoteWord(text)}`)
      expect([stdout.includes('\n'), stderr]).toEqual([false, ''])
      expect(stdout.replaceAll(/\s/gu, '')).toBe(stdout.replaceAll(/\s/gu, '').toWellFormed())
    }),
    { numRuns: 40 },
  )
})

test('quoteDocument() ends with a word that the text has not', () => {
  const text = 'a\nEND_OF_CHECK\nEND_OF_CHECK_\n$(b) `c` \\'
  const { opening, lines } = quoteDocument(text)
  expect(lines.at(-1)).toBe('END_OF_CHECK__')
  expect(inShell(`cat ${opening}\n${lines.join('\n')}\n`).stdout).toBe(`${text}\n`)
})
