import { expect, test } from 'vitest'
import { listPageEntries, readPage } from '../../../src/build/search-pages.ts'

const html = `<!doctype html><html><head><title>Not this</title></head><body><nav>Menu</nav>
<main data-pagefind-body><p class="eyebrow">Demo / storage</p><h1 id="_top">Nodes &amp; disks</h1>
<p>Lead with <code>use_lockfile</code>.</p>
<h2 id="units">Units</h2><table><tr><td>one</td><td>two</td></tr></table>
<golive-item data-pagefind-ignore id="an-item">An item</golive-item>
<h3 id="empty">Empty</h3><script>script()</script>
<h2 class="sr-only" id="hidden">Hidden</h2><p>After</p></main><footer>Foot</footer></body></html>`

test('readPage() parts a page at its headings and leaves out what is no text of its own', () => {
  expect(readPage(html)).toEqual({
    title: 'Nodes & disks',
    parts: [
      { id: '', heading: '', text: 'Lead with use_lockfile.' },
      { id: 'units', heading: 'Units', text: 'one two' },
      { id: 'empty', heading: 'Empty', text: 'Hidden After' },
    ],
  })
})

test('readPage() gives nothing for a page that is not searched', () => {
  expect(readPage('<main>Report</main>')).toBeUndefined()
})

const platforms = new Map([['demo', { title: 'Demo', areas: new Map([['nodes', 'storage']]) }]])

test('listPageEntries() says of each part of a guide where it is', () => {
  const entries = listPageEntries({ path: '', url: '/demo/nodes/', text: html }, platforms)
  expect(entries.map(({ url, title, place }) => [url, title, place])).toEqual([
    ['/demo/nodes/', 'Nodes & disks', 'Demo'],
    ['/demo/nodes/#units', 'Units', 'Demo, Nodes & disks'],
    ['/demo/nodes/#empty', 'Empty', 'Demo, Nodes & disks'],
  ])
  expect(entries[0]).toMatchObject({ kind: 'guide', filters: { platform: 'Demo', area: 'storage' } })
})

test('listPageEntries() gives a screen that script fills by what its head says', () => {
  const screen =
    '<head><meta name="description" content="What to do next."></head><h1>Launch day</h1><div id="launch"></div>'
  const list = (url: string, text = screen) => listPageEntries({ path: '', url, text }, platforms)
  const found = { kind: 'screen', title: 'Launch day', text: 'What to do next.' }
  expect(list('/launch/')).toEqual([{ ...found, url: '/launch/', place: 'Golive' }])
  expect(list('/demo/launch/')).toMatchObject([{ ...found, place: 'Demo', filters: { platform: 'Demo' } }])
  expect([list('/404.html'), list('/bare/', '<h1>Bare</h1>')]).toEqual([[], []])
})

test('listPageEntries() gives help without filters, and no page of claims', () => {
  const [first] = listPageEntries({ path: '', url: '/help/use/', text: html }, platforms)
  expect(first).toMatchObject({ kind: 'help', place: 'Help' })
  expect(first).not.toHaveProperty('filters')
  expect(listPageEntries({ path: '', url: '/demo/claims/', text: html }, platforms)).toEqual([])
})
