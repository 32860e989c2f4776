import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data'
import type { Platform } from './guides/index.ts'
import { findGuide } from './guides/site.ts'
import { listHelp } from './help.ts'
import { withBase } from './site-url.ts'

/** Gives every page its platform, and the links to the page before and after it. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute
  locals.guide = await findGuide(route.id)
  route.pagination = findNeighbours(await listReadingOrder(locals.guide.platform), route.id)
})

/** Pages that are read one after the other: those of a platform, or the help. */
async function listReadingOrder(platform: Platform | undefined): Promise<{ title: string; path: string }[]> {
  if (!platform) return listHelp()
  const { title, sections } = platform.checklist
  return [
    { title, path: `/${platform.id}/` },
    ...sections.map((section) => ({ title: section.title, path: section.url })),
    { title: 'Whole checklist', path: `/${platform.id}/checklist/` },
  ]
}

function findNeighbours(pages: { title: string; path: string }[], id: string): StarlightRouteData['pagination'] {
  const index = pages.findIndex(({ path }) => path === `/${id}/`)
  const linkTo = (page: (typeof pages)[number] | undefined) =>
    page && {
      type: 'link' as const,
      label: page.title,
      href: withBase(page.path),
      isCurrent: false,
      badge: undefined,
      attrs: {},
    }
  return index < 0
    ? { prev: undefined, next: undefined }
    : { prev: linkTo(pages[index - 1]), next: linkTo(pages[index + 1]) }
}
