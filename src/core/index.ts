/** What islands, stores and the command line use of the domain. Schemas stay out: they bring zod, see `schema.ts`. */
export * from './bytes.ts'
export * from './checklist.ts'
export * from './progress.ts'
export * from './record.ts'
export * from './report.ts'
export * from './rollout.ts'
