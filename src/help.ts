import { getCollection } from 'astro:content'

/** The help pages in their order. */
export async function listHelp(): Promise<{ title: string; description: string; path: string }[]> {
  const pages = await getCollection('docs', ({ id }) => id.startsWith('help/'))
  return pages
    .map(({ id, data }) => ({ ...data, path: `/${id}/` }))
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map(({ title, description, path }) => ({ title, description: description ?? '', path }))
}

function orderOf(data: object): number {
  return 'order' in data && typeof data.order === 'number' ? data.order : Number.MAX_SAFE_INTEGER
}
