import type { AstroIntegration } from 'astro'
import { loadContent } from '../guides/index.ts'

/** Stops a build before it begins when the content has faults, with all of them in one message. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'golive:content-check',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        // While writing, a page says for itself what is wrong; the server has to stay up for that.
        if (command !== 'dev') await loadContent('content')
      },
    },
  }
}
