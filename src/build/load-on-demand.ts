import type { AstroIntegration } from 'astro'

/** Vite's module with the function that every `import()` of a page goes through. */
const helperId = '\0vite/preload-helper.js'

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
                configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
                transform: (_, id) =>
                  id === helperId ? { code: 'export const __vitePreload = (load) => load()', map: null } : undefined,
              },
            ],
          },
        })
      },
    },
  }
}
