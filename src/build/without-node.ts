import type { AstroIntegration } from 'astro'

/** Packages that reach for Node in parts that a page never runs: rules for secrets look into files on a disk too. */
const importers = /\/@secretlint\//
const emptyId = '\0golive:without-node'
/**
 * It marks every rule on every text on the browser's timeline, and looks through all marks at each: a report of sixty
 * items took seconds instead of a tenth of one.
 */
const profiler = '@secretlint/profiler'
const silentProfiler = 'export const secretLintProfiler = { mark() {} }'

/** Gives pages an empty module where such a package asks for Node; Vite would do so as well, with a warning for each. */
export function withoutNode(): AstroIntegration {
  return {
    name: 'golive:without-node',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'golive:without-node',
                enforce: 'pre',
                applyToEnvironment: ({ name }) => name === 'client',
                resolveId: (id, importer = '') => {
                  if (id === profiler) return `\0${profiler}`
                  return id.startsWith('node:') && importers.test(importer) ? emptyId : undefined
                },
                load: (id) => {
                  if (id === `\0${profiler}`) return silentProfiler
                  return id === emptyId ? 'export default {}' : undefined
                },
              },
            ],
          },
        })
      },
    },
  }
}
