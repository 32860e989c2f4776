import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkDocument, parseMdx, parseYaml } from '../../../src/guides/document.ts'
import { type Fault, formatFaults } from '../../../src/guides/fault.ts'

/** Each list holds the one before twenty times. */
const manyAliases = ['b', 'c', 'd', 'e']
  .map((name, at) => `${name}: &${name} [${Array(20).fill(`*${'abcd'[at]}`).join(', ')}]\n`)
  .join('')

describe('parseYaml()', () => {
  test('knows the line of every value', () => {
    const { value, lineOf } = parseYaml('a.yaml', 'title: A\nitems:\n  - id: x\n    deep: { er: 1 }\n', 'demo')
    expect(value).toEqual({ title: 'A', items: [{ id: 'x', deep: { er: 1 } }] })
    expect([['title'], ['items', 0], ['items', 0, 'id'], ['items', 0, 'deep', 'er']].map(lineOf)).toEqual([1, 3, 3, 4])
  })

  test('gives the line of what is around a value that is missing', () => {
    const { lineOf } = parseYaml('a.yaml', 'title: A\nitems:\n  - id: x\n', 'demo')
    expect([['items', 0, 'verify', 'run'], ['items', 7], ['ghost'], []].map(lineOf)).toEqual([3, 3, 1, 1])
  })

  test('gives the first line where there is nothing at all', () => {
    expect(parseYaml('a.mdx', '', 'demo', 2).lineOf(['title'])).toBe(2)
  })

  test.each([
    ['a value that goes on after its quote', 'a: 1\ntitle: "Run" three\n', 2, 'Unexpected scalar'],
    ['a member that stands twice', 'a: 1\nb: 2\na: 3\n', 3, 'Map keys must be unique'],
    ['a quote without end', 'a: 1\nb: "x\n', 3, 'Missing closing "quote'],
    ['a list that is not closed', 'a: [1, 2\nb: 3\n', 2, 'Flow sequence in block collection must be'],
  ])('makes a fault of %s and gives no value', (_, text, line, message) => {
    const { value, faults } = parseYaml('a.yaml', text, 'demo')
    expect(value).toBeUndefined()
    expect(faults).toContainEqual({
      file: 'a.yaml',
      line,
      id: 'demo',
      message: expect.stringContaining(`is not valid YAML: ${message}`),
    })
  })

  test.each([
    ['an alias without anchor', 'a: 1\nb: *ghost\n', 'ghost'],
    ['an alias in a list', '- *ghost\n', 'ghost'],
    ['aliases that multiply', `a: &a [1]\n${manyAliases}`, 'alias'],
  ])('makes a fault of %s, which only shows when values are made', (_, text, message) => {
    const { value, faults } = parseYaml('a.yaml', text, 'demo')
    expect(value).toBeUndefined()
    expect(faults).toEqual([
      { file: 'a.yaml', line: expect.any(Number), id: 'demo', message: expect.stringContaining(message) },
    ])
    expect(faults[0]?.message).toMatch(/^is not valid YAML: /)
  })

  test('counts lines from where the text stands in its file', () => {
    const { lineOf, faults } = parseYaml('a.mdx', 'a: 1\nb: "x" y\n', 'demo', 10)
    expect(lineOf(['a'])).toBe(10)
    expect(faults[0]?.line).toBe(11)
  })
})

describe('parseMdx()', () => {
  test('keeps the line numbers of frontmatter and text', () => {
    const { frontmatter, body } = parseMdx('a.mdx', '---\ntitle: A\norder: 1\n---\nText\n', 'demo')
    expect(frontmatter.value).toEqual({ title: 'A', order: 1 })
    expect(frontmatter.lineOf(['order'])).toBe(3)
    expect(body).toBe('\n\n\n\nText\n')
  })

  test('takes the line ends of Windows', () => {
    const { frontmatter, body } = parseMdx('a.mdx', '---\r\ntitle: A\r\n---\r\nText', 'demo')
    expect(frontmatter).toMatchObject({ value: { title: 'A' }, faults: [] })
    expect(body.split('\n')[3]).toBe('Text')
  })

  test.each(['--- ', '---\t', '---  \r'])('takes white space behind a fence: %j', (fence) => {
    const { frontmatter, body } = parseMdx('a.mdx', `${fence}\ntitle: A\n${fence}\nText\n`, 'demo')
    expect(frontmatter).toMatchObject({ value: { title: 'A' }, faults: [] })
    expect(frontmatter.lineOf(['title'])).toBe(2)
    expect(body.split('\n')[3]).toBe('Text')
  })

  test('ends the frontmatter at the first fence', () => {
    const { frontmatter, body } = parseMdx('a.mdx', '---\ntitle: A\n---\nText\n\n---\n\nMore\n', 'demo')
    expect(frontmatter.value).toEqual({ title: 'A' })
    expect(body).toContain('---\n\nMore')
  })

  test.each([
    ['no frontmatter', 'Text\n'],
    ['nothing', ''],
    ['frontmatter without end', '---\ntitle: A\n'],
    ['frontmatter that does not come first', 'Text\n---\ntitle: A\n---\n'],
  ])('makes a fault of %s', (_, text) => {
    const { frontmatter, body } = parseMdx('a.mdx', text, 'demo')
    const message = expect.stringContaining('has no frontmatter: begin the file with')
    expect(frontmatter.faults).toEqual([{ file: 'a.mdx', line: 1, id: 'demo', message }])
    expect(body).toBe(text)
  })
})

test('checkDocument() tells every bad path with its line and the nearest id', () => {
  const schema = z.strictObject({
    order: z.number(),
    items: z.array(z.strictObject({ id: z.string(), n: z.number() })),
  })
  const faults: Fault[] = []
  const document = parseYaml(
    'a.yaml',
    'order: x\nitems:\n  - id: one\n    n: 1\n  - id: two\n    n: b\n    m: 2\n',
    'demo',
  )
  expect(checkDocument(document, schema, 'demo', faults)).toBeUndefined()
  expect(faults.map(({ line, id, message }) => `${line} ${id}: ${message}`)).toEqual([
    '1 demo: order expected number, received string',
    '6 two: items[1].n expected number, received string',
    '7 two: items[1] has unknown members: m; remove or rename them',
  ])
})

test('checkDocument() tells of a document that is no object', () => {
  const faults: Fault[] = []
  checkDocument(parseYaml('a.yaml', '- a\n', 'demo'), z.strictObject({}), 'demo', faults)
  expect(faults).toEqual([{ file: 'a.yaml', line: 1, id: 'demo', message: 'expected object, received array' }])
})

test('formatFaults() sorts by file, line and id, and counts', () => {
  const fault = (file: string, line: number, id: string): Fault => ({ file, line, id, message: 'is wrong' })
  expect(
    formatFaults([fault('b.mdx', 1, 'x'), fault('a.mdx', 10, 'y'), fault('a.mdx', 10, 'x'), fault('a.mdx', 9, 'z')]),
  ).toBe(
    `4 faults in the content
content/a.mdx:9 z: is wrong
content/a.mdx:10 x: is wrong
content/a.mdx:10 y: is wrong
content/b.mdx:1 x: is wrong`,
  )
  expect(formatFaults([fault('a.mdx', 1, 'x')], 'guides')).toBe('1 fault in the content\nguides/a.mdx:1 x: is wrong')
})
