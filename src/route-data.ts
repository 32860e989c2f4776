import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data'
import type { Platform } from './guides/index.ts'
import { findGuide } from './guides/site.ts'
import { withBase } from './site-url.ts'

/** Gives every page its platform, and the links to the page before and after it. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute
  locals.guide = await findGuide(route.id)
  if (locals.guide.platform) route.pagination = findNeighbours(locals.guide.platform, route.id)
})

function findNeighbours(platform: Platform, id: string): StarlightRouteData['pagination'] {
  const { title, sections } = platform.checklist
  const pages = [
    { label: title, path: `/${platform.id}/` },
    ...sections.map((section) => ({ label: section.title, path: section.url })),
    { label: 'Checklist', path: `/${platform.id}/checklist/` },
  ]
  const index = pages.findIndex(({ path }) => path === `/${id}/`)
  const linkTo = (page: (typeof pages)[number] | undefined) =>
    page && {
      type: 'link' as const,
      label: page.label,
      href: withBase(page.path),
      isCurrent: false,
      badge: undefined,
      attrs: {},
    }
  return index < 0
    ? { prev: undefined, next: undefined }
    : { prev: linkTo(pages[index - 1]), next: linkTo(pages[index + 1]) }
}
