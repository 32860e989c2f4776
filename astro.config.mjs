import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { commandLine } from './src/build/cli.ts'
import { contentCheck } from './src/build/content-check.ts'
import { firstPaint } from './src/build/first-paint.ts'
import { linkCheck } from './src/build/link-check.ts'
import { loadOnDemand } from './src/build/load-on-demand.ts'
import { offline } from './src/build/offline.ts'
import { reportFile } from './src/build/report-file.ts'
import { scrollableBlocks } from './src/build/scrollable-blocks.ts'
import { searchIndex } from './src/build/search-index.ts'
import { securityHeaders } from './src/build/security-headers.ts'
import { withoutNode } from './src/build/without-node.ts'

const component = (name) => `./src/components/${name}.astro`

export default defineConfig({
  // Canonical links and the sitemap need an address; everything else works wherever the files lie.
  site: process.env.SITE_URL ?? 'https://golive.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [scrollableBlocks] }) },
  // Pages are small; what was read once is kept offline, and a hover is no wish to load anything.
  prefetch: false,
  // A style that is written into pages is no file any more, and `loadStyle` would ask for it in vain.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      rolldownOptions: {
        // Astro marks every MDX module with a directive of its own, and the bundler warns of each: a page of noise.
        onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      },
    },
  },
  integrations: [
    contentCheck(),
    firstPaint(),
    loadOnDemand(),
    reportFile(),
    withoutNode(),
    starlight({
      title: 'Golive',
      description: 'Production-readiness guides with checklists that keep your work, for five platforms.',
      favicon: '/favicon.svg',
      customCss: ['./src/styles/theme.css', './src/styles/items.css', './src/styles/lists.css'],
      // Highlighting would colour commands by inline styles, which the security policy forbids, for 10 KB a page.
      expressiveCode: false,
      // Our own index has a record for each item, see src/build/search-index.ts.
      pagefind: false,
      // The guides lie outside of Starlight's own folder.
      markdown: { processedDirs: ['./content'] },
      sidebar: [],
      disable404Route: true,
      routeMiddleware: './src/route-data.ts',
      components: {
        Head: component('Head'),
        Footer: component('Footer'),
        LanguageSelect: component('LanguageSelect'),
        PageTitle: component('PageTitle'),
        Search: component('Search'),
        Sidebar: component('Sidebar'),
        SiteTitle: component('SiteTitle'),
        ThemeProvider: component('ThemeProvider'),
      },
    }),
    mdx(),
    // These read the built pages, in this order: links as authors wrote them, then the index, then the policy of the final HTML.
    linkCheck(),
    searchIndex(),
    commandLine(),
    securityHeaders(),
    // Last of all: it lists the digests of the files as they are now.
    offline(),
  ],
})
