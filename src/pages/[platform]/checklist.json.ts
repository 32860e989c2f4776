import type { APIRoute, GetStaticPaths } from 'astro'
import { encodeChecklist } from '../../guides/index.ts'
import { getPlatforms } from '../../guides/site.ts'

export const getStaticPaths = (async () =>
  (await getPlatforms()).map(({ id, checklist }) => ({
    params: { platform: id },
    props: { checklist },
  }))) satisfies GetStaticPaths

/** The machine's copy of a checklist; its bytes are the same from every build of the same content. */
export const GET: APIRoute = ({ props }) => new Response(encodeChecklist(props['checklist']))
