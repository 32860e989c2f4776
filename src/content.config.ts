import { defineCollection } from 'astro:content'
import { docsSchema } from '@astrojs/starlight/schema'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { platformSchema, sectionSchema } from './core/schema.ts'

/** Pages that belong to no platform: help, and the screens, which give their frontmatter as props. */
const pageSchema = z.looseObject({ title: z.string() })

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => entry.replace(/\/\d\d-/, '/').replace(/(\/index)?\.mdx$/, ''),
    }),
    schema: docsSchema({ extend: z.union([sectionSchema, platformSchema, pageSchema]) }),
  }),
}
