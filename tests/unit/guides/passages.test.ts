import { expect, test } from 'vitest'
import type { Fault } from '../../../src/guides/fault.ts'
import { readPassages } from '../../../src/guides/passages.ts'

function read(body: string) {
  const faults: Fault[] = []
  return { ...readPassages('demo/01-nodes.mdx', body, 'nodes', faults), faults }
}

test('readPassages() finds what stands alone and what stands in a sentence, with its line', () => {
  const body =
    '# Nodes\n\n<Item id="a" />\n\nText <Item class="wide" id="b" /> and <Claims ids=" Z1  Z2 " />.\n\n<Diagram name="d" />\n\n<Products name="p" />\n'
  expect(read(body)).toEqual({
    isUnreadable: false,
    items: [
      { id: 'a', line: 3 },
      { id: 'b', line: 5 },
    ],
    claims: [
      { id: 'Z1', line: 5 },
      { id: 'Z2', line: 5 },
    ],
    diagrams: [{ id: 'd', line: 7 }],
    products: [{ id: 'p', line: 9 }],
    faults: [],
  })
})

test('readPassages() finds items inside lists, tables and other elements', () => {
  const body = '- <Item id="a" />\n\n| A |\n| - |\n| <Item id="b" /> |\n\n<Aside>\n  <Item id="c" />\n</Aside>\n'
  expect(read(body).items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('readPassages() leaves code and other elements alone', () => {
  const body = '`<Item id="a" />`\n\n```mdx\n<Item id="b" />\n```\n\n<Items id="c" />\n'
  expect(read(body)).toMatchObject({ items: [], faults: [] })
})

test.each([
  ['an end without element', 'Text\n\n</Aside>\n', 3, 'Unexpected closing slash'],
  ['an expression without end', 'Text\n\nSize {3 * \n', 3, 'Unexpected end of file in expression'],
  ['elements that overlap', 'Text\n\n<A>\n\n<B>\n\n</A>\n', 7, 'Unexpected closing tag `</A>`'],
  ['an element that is not closed', 'Text\n\n<Aside>\n\nMore\n\nEnd\n', 3, 'Expected a closing tag for `<Aside>`'],
  [
    'an element that is not closed in its sentence',
    'Text\n\nA <b>word\n\nEnd\n',
    3,
    'Expected a closing tag for `<b>`',
  ],
  ['an element that is not closed in a list', 'Text\n\n- <Aside>\n- More\n', 3, 'Expected a closing tag for `<Aside>`'],
  ['a bare less-than sign', 'Text\n\nif a <3 b\n', 3, 'Unexpected character `3`'],
])('readPassages() makes a fault of %s', (_, body, line, message) => {
  expect(read(body).faults).toEqual([
    { file: 'demo/01-nodes.mdx', line, id: 'nodes', message: expect.stringContaining(message) },
  ])
  expect(read(body).faults[0]?.message).toMatch(/^is not valid MDX: /)
})

test.each(['<Claims />', '<Claims ids="" />', '<Claims ids=" " />', '<Claims id="Z1" />'])(
  'readPassages() makes a fault of %s, which names no claim',
  (claims) => {
    const message = expect.stringContaining('has <Claims> that name nothing')
    expect(read(`Text\n\nMore ${claims}\n`)).toMatchObject({
      claims: [],
      faults: [{ file: 'demo/01-nodes.mdx', line: 3, id: 'nodes', message }],
    })
  },
)
