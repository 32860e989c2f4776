import { compareText } from './fault.ts'
import { type Content, loadContent, type Platform } from './index.ts'

let loading: Promise<Content> | undefined

/** The content of this site: read once for a build, again for every request while someone writes. */
export function getContent(): Promise<Content> {
  if (!loading || import.meta.env.DEV) loading = loadContent('content')
  return loading
}

export async function getPlatforms(): Promise<Platform[]> {
  return (await getContent()).platforms
}

/** The platform and section that the path of a page stands for. */
export async function findGuide(id: string) {
  const [platformId, sectionId] = id.split('/')
  const platform = (await getPlatforms()).find((candidate) => candidate.id === platformId)
  const section = platform?.checklist.sections.find((candidate) => candidate.id === sectionId)
  return { platform, section }
}

/** Pages that the guide of a section, or the overview, rests on: each once, sorted. */
export function listSources(platform: Platform, sectionId?: string): string[] {
  const sections = platform.source.sections.filter(({ id }) => id === sectionId)
  const urls = sections.flatMap(({ data }) => [...(data.sources ?? []), ...data.items.flatMap((item) => item.sources)])
  return [...new Set([platform.source.data.seed, ...urls.filter((source) => source.startsWith('http'))])].sort(
    compareText,
  )
}
