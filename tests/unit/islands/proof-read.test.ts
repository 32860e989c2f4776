import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readProof } from '../../../src/islands/proof/read-proof.ts'
import { describeFile } from '../../../src/islands/proof/words.ts'
import { copyTree } from '../../../src/islands/proof/xml-tree.ts'

afterEach(() => vi.unstubAllGlobals())

const encode = (text: string) => new TextEncoder().encode(text)
const vector = (name: string) => readFileSync(`tests/vectors/proof/${name}`)

const head = `golive-check-results 1
rollout shop
platform demo
checklist sha256:${'c'.repeat(64)}
started 2026-11-21T10:00:00Z
`
const results = `${head}
check a-must
item ${'0'.repeat(16)}
state skipped
reason kubectl is missing
end a-must

finished 2026-11-21T10:01:00Z
`

function describeRead(bytes: Uint8Array): string {
  const read = readProof(bytes)
  if (!read) return 'nothing of ours'
  if (read.kind === 'file') return describeFile(read.file)
  return read.faults.map(({ path, message }) => `${path} ${message}`.trim()).join('; ')
}

describe('readProof()', () => {
  test('reads results of a script, and reports of scanners', () => {
    expect(describeRead(encode(results))).toBe(
      'Script of checks for the rollout “shop”, begun 2026-11-21 10:00 UTC: 1 result.',
    )
    expect(describeRead(vector('kube-bench-totals.output'))).toMatch(/^Report of kube-bench, .+: \d+ findings\.$/)
    expect(describeRead(vector('polaris.output'))).toMatch(/^Report of Polaris, .+: [\d,]+ findings\.$/)
  })

  test('leaves every other file to its own reader', () => {
    for (const text of ['', '{"kind":"golive-rollout"}', 'a note', '<html></html>', '[1]'])
      expect(describeRead(encode(text))).toBe('nothing of ours')
  })

  test('refuses with the place of every fault', () => {
    expect(
      describeRead(encode(results.replace('state skipped', 'state green').replace('platform demo', 'platform !'))),
    ).toBe('line 3 has no valid "platform"; line 9 has no valid "state"')
    expect(describeRead(encode('{"Controls":[5,{"node_type":"master","tests":7}]}'))).toBe(
      'Controls[0] is no object; Controls[1].tests is no list',
    )
  })

  test('refuses a document type before anything parses it', () => {
    vi.stubGlobal(
      'DOMParser',
      class {
        parseFromString = () => expect.unreachable('It must not be parsed')
      },
    )
    expect(describeRead(encode('<!DOCTYPE a [<!ENTITY b "c">]><testsuite name="a"/>'))).toBe(
      'declares a document type, which no JUnit report does',
    )
  })

  test('refuses bytes that are no text', () => {
    expect(describeRead(new Uint8Array([...encode('<testsuite name="'), 0xff, ...encode('"/>')]))).toBe(
      'is not text in UTF-8',
    )
  })
})

describe('copyTree()', () => {
  interface Element {
    localName: string
    attributes: { name: string; value: string }[]
    children: Element[]
  }
  const element = (localName: string, children: Element[] = []): Element => ({
    localName,
    attributes: [{ name: 'name', value: localName }],
    children,
  })

  test('keeps names, attributes and the order of children', () => {
    expect(copyTree(element('testsuite', [element('testcase'), element('properties')]))).toEqual({
      kind: 'tree',
      root: {
        name: 'testsuite',
        attributes: { name: 'testsuite' },
        children: [
          { name: 'testcase', attributes: { name: 'testcase' }, children: [] },
          { name: 'properties', attributes: { name: 'properties' }, children: [] },
        ],
      },
    })
  })

  test('leaves out what is nested deeper than 20 levels', () => {
    let tree = element('deepest')
    for (let depth = 0; depth < 10_000; depth++) tree = element('testsuite', [tree])
    const copied = copyTree(tree)
    expect(JSON.stringify(copied).match(/"children"/g)).toHaveLength(20)
  })

  test('refuses more than 50,000 elements', () => {
    const cases = (count: number) =>
      element(
        'testsuite',
        Array.from({ length: count }, () => element('testcase')),
      )
    expect(copyTree(cases(49_999)).kind).toBe('tree')
    expect(copyTree(cases(50_000))).toEqual({ kind: 'refused', message: 'holds more than 50,000 elements' })
  })
})
