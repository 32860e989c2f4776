import type { AstroIntegration } from 'astro'
import { build } from 'esbuild'

const virtualId = 'virtual:golive/first-paint'

/**
 * Gives pages the text of `src/islands/first-paint.ts`, bundled as one classic script.
 *
 * It stands inside the head of every page: a script file would either come after the first paint or hold it up.
 */
export function firstPaint(): AstroIntegration {
  return {
    name: 'golive:first-paint',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'golive:first-paint',
                resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
                load: async (id) =>
                  id === `\0${virtualId}` ? `export default ${JSON.stringify(await bundle())}` : undefined,
              },
            ],
          },
        })
      },
    },
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/islands/first-paint.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles[0]?.text.trim() ?? ''
}
