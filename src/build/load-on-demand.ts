import type { AstroIntegration } from 'astro'

/** Vite's module with the function that every `import()` of a page goes through. */
const helperId = '\0vite/preload-helper.js'

/** Starlight's memory of its own sidebar; ours has nothing to fold, and nothing would read it. */
const sidebarMemory = '/components-internals/SidebarPersistState.js'

/** What every page with a checklist runs, in one chunk: many small ones compress worse. */
const pageChunk = {
  name: 'checklist',
  test: /\/nanostores\/|\/src\/(core\/(record|progress|evidence|status|rollout|text)|browser\/(after-frame|copy-text|elements|load-style|single-keys|storage|storage-prefix|records|record-reader|page-facts|environment)|stores\/(progress|trouble)|islands\/(paint|notice|search\/worker))\.ts$/,
}

/**
 * Makes `import()` load what is asked for, and nothing more.
 *
 * Vite's own helper also fetches the imports of a chunk ahead of it, which is worth its 800 bytes where chunks are
 * large; ours are not, and a checklist page counts its bytes. Styles that come later go through `loadStyle`.
 */
export function loadOnDemand(): AstroIntegration {
  return {
    name: 'golive:load-on-demand',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'golive:load-on-demand',
                apply: 'build',
                configEnvironment: (name) =>
                  name === 'client'
                    ? {
                        build: {
                          modulePreload: false,
                          rolldownOptions: {
                            output: { codeSplitting: { groups: [pageChunk] } },
                          },
                        },
                      }
                    : undefined,
                transform: (_, id) => {
                  if (id === helperId) return { code: 'export const __vitePreload = (load) => load()', map: null }
                  return id.endsWith(sidebarMemory) ? { code: '', map: null } : undefined
                },
              },
            ],
          },
        })
      },
    },
  }
}
