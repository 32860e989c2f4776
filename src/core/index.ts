/**
 * What islands, stores and the command line use of the domain. Schemas stay out, and what reads files and typed
 * answers: they bring libraries that most pages never need.
 */
export { encodeHex, sha256Hex } from './bytes.ts'
export * from './checklist.ts'
export * from './compare.ts'
export * from './digest.ts'
export * from './evidence.ts'
export * from './launch.ts'
export * from './launch-events.ts'
export * from './progress.ts'
export * from './record.ts'
export * from './report.ts'
export * from './rollout.ts'
export * from './rollout-id.ts'
export * from './spoken.ts'
export * from './status.ts'
export * from './text.ts'
export * from './trend.ts'
