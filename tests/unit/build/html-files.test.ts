import { expect, test } from 'vitest'
import { attributeOf, listElements, rawTextOf, readHtmlFiles } from '../../../src/build/html-files.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

test('readHtmlFiles() gives pages sorted, each with its address, and leaves other files out', () => {
  const folder = writeFolder({
    'index.html': 'home',
    'demo/nodes/index.html': 'nodes',
    'demo/myindex.html': 'mine',
    '404.html': 'gone',
    'demo/checklist.json': '{}',
    'pagefind/ui.html': 'not ours',
  })
  expect(readHtmlFiles(folder)).toEqual([
    { path: '404.html', url: '/404.html', text: 'gone' },
    { path: 'demo/myindex.html', url: '/demo/myindex.html', text: 'mine' },
    { path: 'demo/nodes/index.html', url: '/demo/nodes/', text: 'nodes' },
    { path: 'index.html', url: '/', text: 'home' },
  ])
})

test('listElements() gives elements in document order, those of templates too', () => {
  const html = '<head></head><body><p>One <b>two</b></p><template><i></i></template></body>'
  const names = listElements(html).map(({ tagName }) => tagName)
  expect(names).toEqual(['html', 'head', 'body', 'p', 'b', 'template', 'i'])
})

test('attributeOf() gives the decoded value, or undefined where there is none', () => {
  const paragraph = listElements('<p title="a &amp; b" hidden>').find(({ tagName }) => tagName === 'p')
  expect(paragraph && ['title', 'hidden', 'id'].map((name) => attributeOf(paragraph, name))).toEqual([
    'a & b',
    '',
    undefined,
  ])
})

test('rawTextOf() gives the text of a script without decoding it', () => {
  const script = listElements('<script>a &amp;&amp; "</p>"</script>').find(({ tagName }) => tagName === 'script')
  expect(script && rawTextOf(script)).toBe('a &amp;&amp; "</p>"')
})
