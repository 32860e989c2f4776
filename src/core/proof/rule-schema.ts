/**
 * How the output of an item's check is judged, as authors write it in `verify.judge`.
 *
 * Small on purpose: lines, columns and counts, and patterns whose only special character is `*`. Matching one takes time
 * in proportion to the text, so that no rule and no output can keep a page busy.
 */
import * as z from 'zod'

const patternSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(120)
  .refine((pattern) => !/\*\*|[\n\t]/.test(pattern), 'is one line in which "*" stands for any characters, never "**"')
  .describe('One line; "*" stands for any characters, a run of white space for any other')

const patternsSchema = z.union(
  [patternSchema, z.array(patternSchema).min(1).max(20)],
  'must be a pattern or a list of them',
)
const columnSchema = z.string().trim().min(1).max(40).describe('Heading of a column, as the tool prints it')
const countSchema = z.int().min(0).max(10_000)

const countLimits = {
  is: z.array(countSchema).min(1).max(8).optional().describe('The numbers that are good'),
  min: countSchema.optional().describe('Smallest number that is good'),
  max: countSchema.optional().describe('Largest number that is good'),
}

const hasLimits = ({ is, min, max }: { is?: unknown; min?: unknown; max?: unknown }) =>
  is !== undefined || min !== undefined || max !== undefined

const conditionSchema = z.union(
  [
    z
      .strictObject({ has: patternsSchema.describe('Some line holds this, or one of these') })
      .describe('A text that stands in the output'),
    z
      .strictObject({ lacks: patternsSchema.describe('No line holds this, or any of these') })
      .describe('A text that does not stand in the output'),
    z
      .strictObject({
        every: patternsSchema.describe('What such a line is as a whole'),
        of: patternSchema.optional().describe('Which lines are meant; absent: all that are not blank'),
      })
      .describe('Every line is like this; without "of" there has to be one'),
    z
      .strictObject({ count: patternSchema.describe('What such a line is as a whole'), ...countLimits })
      .refine(hasLimits, 'needs "is", "min" or "max"')
      .describe('How many lines are like this'),
    z
      .strictObject({ text: z.string().trim().min(1).max(240).describe('The output, white space aside') })
      .describe('The output is this and nothing else'),
    z.strictObject({ empty: z.literal(true) }).describe('Nothing is printed'),
    z.strictObject({ same: z.int().min(2).max(100).describe('How many lines') }).describe('So many lines, all alike'),
    z
      .strictObject({ rows: columnSchema, ...countLimits })
      .refine(hasLimits, 'needs "is", "min" or "max"')
      .describe('How many rows the tables with this column have together'),
    z
      .strictObject({
        column: columnSchema,
        is: patternsSchema.optional().describe('What each cell is'),
        filled: z.literal(true).optional().describe('No cell is empty'),
        min: z.number().optional().describe('Smallest number that a cell may hold'),
        as: columnSchema.optional().describe('Each cell holds the same as the one in this column'),
        distinct: z.int().min(2).max(100).optional().describe('How many different values there are at least'),
      })
      .refine(
        ({ column: _, ...claims }) => Object.keys(claims).length > 0,
        'needs "is", "filled", "min", "as" or "distinct"',
      )
      .describe('What stands in a column of every table that has it'),
    z
      .strictObject({ validDays: z.int().min(1).max(1000).describe('Days from the moment of judging') })
      .describe('Each certificate date that openssl prints as notAfter is further away'),
  ],
  'must be one of: has, lacks, every, count, text, empty, same, rows, column, validDays',
)

export const judgingSchema = z
  .strictObject({
    /** Conditions that all hold for a good result. */
    pass: z.array(conditionSchema).min(1).max(12).describe('Conditions that all hold for a good result'),
    /** Conditions of which one is enough for a bad result. */
    fail: z.array(conditionSchema).min(1).max(12).optional().describe('Conditions of which one makes a bad result'),
    /** What an output is that neither passes nor fails; by default it fails, or is unclear where `fail` is given. */
    else: z
      .enum(['fail', 'unclear'])
      .optional()
      .describe('What any other output is: fail by default, unclear where "fail" is given'),
    /** What `expect` asks for beyond this output, for a person to look at. */
    leaves: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((text) => !text.endsWith('.'), 'must not end with a full stop')
      .optional()
      .describe('What a person still has to look at, because the output cannot show it'),
  })
  .refine(({ pass, fail }) => pass.some(needsOutput) || fail !== undefined, {
    path: ['pass'],
    error: 'lets an empty output pass: say what a good result shows too, or "empty: true" where it is nothing',
    when: ({ value, issues }) => issues.length === 0 && typeof value === 'object' && value !== null,
  })

/** Whether a condition can hold only where something, or deliberately nothing, was printed. */
function needsOutput(condition: Condition): boolean {
  if ('lacks' in condition) return false
  if ('every' in condition) return condition.of === undefined
  return !('count' in condition) || (condition.min ?? 0) > 0 || condition.is?.includes(0) === false
}

export type Condition = z.output<typeof conditionSchema>
export type Judging = z.output<typeof judgingSchema>
