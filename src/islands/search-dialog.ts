/** The search dialog: asks Pagefind and lists what it finds, as links that the arrow keys reach. */
import { loadStyle } from '../browser/load-style.ts'
import styleUrl from '../styles/search-dialog.css?url'

/** What we use of Pagefind's script, which has no types of its own in a page. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>
  debouncedSearch(
    query: string,
    options?: object,
    delayMs?: number,
  ): Promise<{ results: { data(): Promise<Found> }[] } | null>
}

interface Found {
  url: string
  meta: { title?: string; kind?: string; level?: string; place?: string }
  plain_excerpt: string
  sub_results: { title: string; url: string; plain_excerpt: string }[]
}

const maxResults = 12

let dialog: HTMLDialogElement | undefined

export async function openSearch(base: string): Promise<void> {
  // Opened again, it is there before the next key is pressed.
  if (!dialog) await loadStyle(styleUrl)
  dialog ??= buildDialog(base)
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input')?.select()
}

function buildDialog(base: string): HTMLDialogElement {
  const built = document.createElement('dialog')
  const input = document.createElement('input')
  const status = document.createElement('p')
  const list = document.createElement('ol')
  const close = document.createElement('button')
  built.className = 'search-dialog'
  built.setAttribute('aria-label', 'Search')
  input.type = 'search'
  input.placeholder = 'Search guides and items'
  input.setAttribute('aria-label', 'Search guides and items')
  input.autocomplete = 'off'
  input.spellcheck = false
  close.type = 'button'
  close.textContent = 'Close'
  status.setAttribute('role', 'status')
  status.textContent = 'Guides, items, commands and option names.'
  built.append(input, close, status, list)
  document.body.append(built)

  close.addEventListener('click', () => built.close())
  // A click on the backdrop is a click on the dialog itself: its content covers the rest.
  built.addEventListener('click', (event) => event.target === built && built.close())
  list.addEventListener(
    'click',
    (event) => event.target instanceof Element && event.target.closest('a') && built.close(),
  )
  built.addEventListener('keydown', (event) => moveFocus(event, input, list))
  input.addEventListener('input', () => search(base, input.value.trim(), status, list))
  return built
}

async function search(base: string, query: string, status: HTMLElement, list: HTMLElement): Promise<void> {
  if (query === '') {
    list.replaceChildren()
    status.textContent = 'Guides, items, commands and option names.'
    return
  }
  try {
    const pagefind = await loadPagefind(base)
    const answer = await pagefind.debouncedSearch(query, {}, 60)
    if (answer === null) return
    const found = await Promise.all(answer.results.slice(0, maxResults).map((result) => result.data()))
    list.replaceChildren(...found.map(renderFound))
    status.textContent = describeCount(answer.results.length, query)
  } catch {
    list.replaceChildren()
    status.textContent = 'The search index could not be loaded. Check the connection and type again.'
    loading = undefined
  }
}

function describeCount(count: number, query: string): string {
  if (count === 0)
    return `Nothing found for “${query}”. Try fewer or shorter words, or the name of a command or option.`
  return `${count} ${count === 1 ? 'result' : 'results'}${count > maxResults ? `, the best ${maxResults} are shown` : ''}`
}

let loading: Promise<Pagefind> | undefined

function loadPagefind(base: string): Promise<Pagefind> {
  // The path is not known to the bundler: Pagefind writes its files after the pages are built.
  loading ??= import(/* @vite-ignore */ `${base}pagefind/pagefind.js`).then(async (pagefind: Pagefind) => {
    await pagefind.options({ baseUrl: base })
    return pagefind
  })
  return loading
}

function renderFound({ url, meta, plain_excerpt, sub_results }: Found): HTMLLIElement {
  const entry = document.createElement('li')
  const link = document.createElement('a')
  // A page is opened where the words are.
  const part = meta.kind === 'Item' ? undefined : sub_results[0]
  link.href = part?.url ?? url
  const isPart = part !== undefined && part.title !== meta.title
  link.append(
    line('b', isPart ? `${meta.title}: ${part.title}` : (meta.title ?? url)),
    line('small', [meta.kind === 'Item' ? meta.level : 'guide', meta.place].filter(Boolean).join(' · ')),
    line('span', part?.plain_excerpt ?? plain_excerpt),
  )
  entry.append(link)
  return entry
}

function line(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const links = [...list.querySelectorAll('a')]
  const index = links.indexOf(document.activeElement as HTMLAnchorElement)
  // A search field takes Escape for itself, to empty it; people mean the dialog.
  if (event.key === 'Escape') input.closest('dialog')?.close()
  else if (event.key === 'Enter' && document.activeElement === input) links[0]?.click()
  else if (event.key === 'ArrowDown') (links[index + 1] ?? links.at(-1))?.focus()
  else if (event.key === 'ArrowUp') (index > 0 ? links[index - 1] : input)?.focus()
  else return
  event.preventDefault()
}
