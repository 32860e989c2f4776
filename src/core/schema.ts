/**
 * The content model: what authors write in the frontmatter of `content/`.
 *
 * These schemas are the reference. The build checks against them, and the JSON Schema that editors use is generated
 * from them, descriptions included. Zod is heavy for a browser, so nothing that a page loads may import this file
 * other than for its types.
 */
import * as z from 'zod'
import { judgingSchema } from './proof/rule-schema.ts'

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/

const idSchema = z.string().regex(kebabCase, 'must be kebab-case, like "remote-state"').max(60)
const textSchema = z.string().trim().min(1, 'must not be empty')
const urlSchema = z.url({ protocol: /^https?$/, error: 'must be a full http(s) URL' })
const daySchema = z.iso.date('must be a day, like 2026-11-21')
const claimIdSchema = z.string().regex(/^[A-Z]\d{1,3}$/, 'must be a claim id, like "Z12"')

export const levels = ['must', 'should', 'may'] as const
export const phases = ['plan', 'prepare', 'launch', 'operate'] as const
export const areas = [
  'capacity',
  'environments',
  'network',
  'storage',
  'security',
  'availability',
  'delivery',
  'observability',
  'recovery',
  'operations',
  'governance',
] as const
export const owners = [
  'platform',
  'network',
  'security',
  'storage',
  'delivery',
  'observability',
  'product',
  'management',
] as const
export const decisionTypes = ['integer', 'number', 'text', 'choice', 'list', 'cidrs', 'date', 'url', 'boolean'] as const

/** An answer that the rollout records, as a typed form field. */
export const decisionSchema = z
  .strictObject({
    /** Name of the answer in files and reports, unique in the platform. */
    key: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, 'must be camelCase, like "stateStore"')
      .describe('Name of the answer in files and reports, unique in the platform'),
    /** The question as the label of the field. */
    question: textSchema.max(120).describe('The question as the label of the field'),
    type: z.enum(decisionTypes).describe('What kind of value the answer is'),
    /** The values of a `choice`; suggestions for a `list`. */
    options: z.array(textSchema).min(2).optional().describe('Values of a choice, or suggestions for a list'),
    /** Smallest number; for `text` the fewest characters, for `list` and `cidrs` the fewest entries. */
    min: z.number().optional().describe('Smallest number, fewest characters, or fewest entries'),
    /** Largest number; for `text` the most characters, for `list` and `cidrs` the most entries. */
    max: z.number().optional().describe('Largest number, most characters, or most entries'),
    /** Unit of a number, like "GB". */
    unit: textSchema.optional().describe('Unit of a number, like "GB"'),
    /** Regular expression a `text` answer, or each entry of a `list`, has to match as a whole. */
    pattern: textSchema.optional().describe('Regular expression the text has to match as a whole'),
    /** What a good answer looks like: an example, or the rule behind the limits. */
    hint: textSchema.max(200).optional().describe('An example of a good answer, or the rule behind the limits'),
  })
  .superRefine((decision, context) => {
    if (decision.type === 'choice' && !decision.options) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'a choice needs its options' })
    }
    if (decision.min !== undefined && decision.max !== undefined && decision.min > decision.max) {
      context.addIssue({ code: 'custom', path: ['min'], message: 'must not be larger than max' })
    }
    if (decision.pattern !== undefined && !isRegularExpression(decision.pattern)) {
      context.addIssue({ code: 'custom', path: ['pattern'], message: 'is not a regular expression' })
    }
  })

/** One thing to do before a platform carries production. */
export const itemSchema = z
  .strictObject({
    /** Permanent and unique in the platform; never used again for something else. */
    id: idSchema.describe('Permanent and unique in the platform; never used again for something else'),
    /** Ids this item had before: people's progress follows it. */
    formerly: z.array(idSchema).min(1).optional().describe("Ids this item had before: people's progress follows it"),
    /** An imperative sentence without a full stop. */
    title: textSchema
      .max(90)
      .refine((title) => !title.endsWith('.'), 'must not end with a full stop')
      .describe('An imperative sentence without a full stop'),
    /** RFC 2119: an open `must` blocks the launch. */
    level: z.enum(levels).describe('RFC 2119: an open must blocks the launch'),
    phase: z.enum(phases).describe('When in a rollout it is due'),
    owner: z.enum(owners).describe('The role that sees to it'),
    /** What goes wrong otherwise, in one or two sentences. */
    why: textSchema.max(400).describe('What goes wrong otherwise, in one or two sentences'),
    verify: z
      .strictObject({
        /** A command that only reads; several lines are allowed. */
        run: textSchema.optional().describe('A command that only reads; several lines are allowed'),
        /** What a good result shows. */
        expect: textSchema.max(500).describe('What a good result shows'),
        /** How the output is judged by itself, where that can be done honestly. */
        judge: judgingSchema.optional().describe('How the output is judged; absent where a person has to look'),
        /** Words of the command that stand for something of one's own, beside those like `<host>`, with what each is. */
        fill: z
          .record(textSchema.max(60), textSchema.max(60))
          .optional()
          .describe('Words of the command to be replaced, beside those like <host>, each with what it stands for'),
        /** Why a script cannot run it: it needs a session, a place or a preparation of its own. */
        byHand: textSchema.max(120).optional().describe('Why a script cannot run the command, in a few words'),
      })
      .optional()
      .describe('How someone else can check that it is done; every must has one'),
    /** What to attach as proof. */
    evidence: textSchema.max(240).optional().describe('What to attach as proof'),
    /** The evidence has to hold a link. */
    needsLink: z.boolean().optional().describe('The evidence has to hold a link'),
    /** Shelf life of the evidence in days, judged on launch day; absent: it does not age. */
    validForDays: z.int().min(1).max(1000).optional().describe('Shelf life of the evidence in days'),
    decision: decisionSchema.optional().describe('The answer this item records'),
    /** Traits a rollout must all have for the item to apply; absent: it always applies. */
    when: z.array(idSchema).min(1).optional().describe('Traits a rollout must all have for the item to apply'),
    /** Ids of items of this platform that come first. */
    after: z.array(idSchema).min(1).optional().describe('Ids of items of this platform that come first'),
    /** Claims of the vendor page this item covers, and pages that back it. */
    sources: z
      .array(z.union([claimIdSchema, urlSchema], 'must be a claim id like "Z12" or a full URL'))
      .min(1)
      .describe('Claims of the vendor page this item covers, and pages that back it'),
  })
  .refine((item) => item.level !== 'must' || item.verify !== undefined, {
    path: ['verify'],
    error: 'is missing: say how a must is checked',
    when: isObject,
  })
  .refine((item) => !item.needsLink || item.evidence !== undefined, {
    path: ['evidence'],
    error: 'is missing: say what the link has to show',
    when: isObject,
  })

/** Frontmatter of `content/<platform>/NN-<section>.mdx`. */
export const sectionSchema = z.strictObject({
  title: textSchema.max(60).describe('Title of the guide page'),
  description: textSchema.max(200).describe('One sentence for search engines, overview and link previews'),
  /** Place in the platform, from 1; agrees with the number in the file name. */
  order: z.int().min(1).max(99).describe('Place in the platform; agrees with the number in the file name'),
  area: z.enum(areas).describe('What the section is about, comparable between platforms'),
  /** Pages the text rests on; those of the items are added by themselves. */
  sources: z.array(urlSchema).optional().describe('Pages the text rests on, besides those of the items'),
  items: z.array(itemSchema).describe('The items, each placed once in the text with <Item id="..." />'),
})

const versionSchema = z.strictObject({
  name: textSchema.describe('What has this version, like "K3s on the seed"'),
  version: textSchema.describe('The version, as its vendor writes it'),
  /** `supported`, `ending` within half a year of `checkedOn`, `ended`, or `unknown`. */
  support: z.enum(['supported', 'ending', 'ended', 'unknown']).describe('State of support on the day it was checked'),
  endOfLife: daySchema.optional().describe('Last day of support, where the vendor names one'),
  note: textSchema.max(240).optional().describe('What an operator has to know about it'),
  checkedOn: daySchema.describe('Day on which the source said so'),
  source: urlSchema.describe('Page that says so'),
})

/** Frontmatter of `content/<platform>/index.mdx`. */
export const platformSchema = z.strictObject({
  title: textSchema.max(40).describe('Name of the platform'),
  description: textSchema.max(200).describe('One sentence: what the platform is'),
  order: z.int().min(1).describe('Place among the platforms'),
  /** Version of the checklist, raised with every change of an item that people should notice. */
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'must be a version like "1.0.0"')
    .describe('Version of this checklist'),
  vendor: textSchema.describe('Who makes the platform'),
  homepage: urlSchema.describe('Home page of the platform'),
  /** The page whose recommendations the checklist covers. */
  seed: urlSchema.describe("The vendor's page whose recommendations the checklist covers"),
  status: z
    .strictObject({
      lifecycle: z.enum(['active', 'maintenance', 'end-of-life']).describe('Where the product is in its life'),
      summary: textSchema.max(240).describe('The same in a sentence'),
      checkedOn: daySchema.describe('Day on which the source said so'),
      source: urlSchema.describe('Page that says so'),
    })
    .describe('Whether the product is alive'),
  versions: z.array(versionSchema).min(1).describe('Versions the guides were written for, and how long they live'),
  traits: z
    .array(
      z.strictObject({
        id: idSchema.describe('Name used in the "when" of items'),
        label: textSchema.max(60).describe('What a rollout with this trait is called'),
        description: textSchema.max(200).describe('When a rollout has it'),
      }),
    )
    .optional()
    .describe('What may differ between rollouts, so that items apply to some only'),
})

/** A part of a `zones` diagram; parts nest. */
const zoneSchema = z.strictObject({
  label: textSchema.max(60),
  note: textSchema.max(160).optional(),
  /** Address of a page or item that tells more, relative to the page the diagram stands on. */
  href: z.string().optional(),
  /** Drawn with a dashed edge: optional, or outside of what is rolled out. */
  optional: z.boolean().optional(),
  get parts(): z.ZodOptional<z.ZodArray<typeof zoneSchema>> {
    return z.array(zoneSchema).min(1).optional()
  },
})

const diagramBase = {
  name: idSchema.describe('Name used in <Diagram name="..." />'),
  title: textSchema.max(90).describe('Caption of the picture'),
  /** What the picture says, for those who do not see it. */
  alt: textSchema.max(600).describe('What the picture says, in words'),
}

/** `content/<platform>/diagrams.yaml`: pictures as data. */
export const diagramsSchema = z.array(
  z.discriminatedUnion('kind', [
    /** Bands stacked from the bottom, each under the columns it carries. */
    z.strictObject({
      ...diagramBase,
      kind: z.literal('layers'),
      columns: z
        .array(z.strictObject({ id: idSchema, label: textSchema.max(30), note: textSchema.max(60).optional() }))
        .min(1)
        .max(6),
      /** From the bottom up; `columns` are neighbours. */
      layers: z
        .array(
          z.strictObject({
            label: textSchema.max(30),
            note: textSchema.max(90).optional(),
            tone: z.enum(['upstream', 'own']).optional(),
            columns: z.array(idSchema).min(1),
          }),
        )
        .min(1),
      /** What the tones mean. */
      legend: z.strictObject({ upstream: textSchema, own: textSchema }).optional(),
    }),
    /** Steps from first to last, with the places where a person decides. */
    z.strictObject({
      ...diagramBase,
      kind: z.literal('flow'),
      steps: z
        .array(
          z.strictObject({
            label: textSchema.max(60),
            note: textSchema.max(160).optional(),
            /** What starts this step: written on the arrow that leads to it. */
            trigger: textSchema.max(60).optional(),
            gate: z.boolean().optional(),
          }),
        )
        .min(2),
    }),
    /** Boxes in boxes: what lies inside what. */
    z.strictObject({
      ...diagramBase,
      kind: z.literal('zones'),
      parts: z.array(zoneSchema).min(1),
      /** Connections between parts, told below the picture. */
      links: z.array(z.strictObject({ from: textSchema, to: textSchema, label: textSchema.max(120) })).optional(),
    }),
  ]),
)

/** `content/<platform>/products.yaml`: tables of products with their state, as data with the day it was checked. */
export const productTablesSchema = z.array(
  z.strictObject({
    name: idSchema.describe('Name used in <Products name="..." />'),
    title: textSchema.max(90),
    rows: z
      .array(
        z.strictObject({
          name: textSchema.max(80),
          role: textSchema.max(90).describe('What it is used for'),
          state: z.enum(['active', 'changed', 'ending', 'ended', 'unknown']),
          summary: textSchema.max(300).describe('State in a sentence, with versions and dates'),
          replacedBy: textSchema.max(120).optional(),
          checkedOn: daySchema,
          source: urlSchema,
        }),
      )
      .min(1),
  }),
)

/** `content/<platform>/claims.yaml`: what the vendor page recommends, in our words. */
export const claimsSchema = z.array(
  z.strictObject({
    id: claimIdSchema,
    text: textSchema.max(240),
  }),
)

/** `content/topics.yaml`: what several platforms ask, each in its own items. */
export const topicsSchema = z.array(
  z.strictObject({
    id: idSchema,
    title: textSchema.max(70).describe('What is asked, without naming a platform'),
    area: z.enum(areas),
    items: z.record(idSchema, z.array(idSchema).min(1)).describe('Item ids by platform; at least two platforms'),
  }),
)

/** `content/<platform>/retired.yaml`: ids that are gone for good. */
export const retiredSchema = z.array(
  z.strictObject({
    id: idSchema,
    /** Version of the checklist that no longer had it. */
    since: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version like "1.0.0"'),
    replacedBy: idSchema.optional(),
  }),
)

/** `content/<platform>/published.json`: the ids that people may have progress for. */
export const publishedSchema = z.strictObject({
  version: z.string(),
  ids: z.array(idSchema),
})

export type Level = (typeof levels)[number]
export type Phase = (typeof phases)[number]
export type Area = (typeof areas)[number]
export type Owner = (typeof owners)[number]
export type Decision = z.output<typeof decisionSchema>
export type ItemFrontmatter = z.output<typeof itemSchema>
export type SectionFrontmatter = z.output<typeof sectionSchema>
export type PlatformFrontmatter = z.output<typeof platformSchema>
export type Claim = z.output<typeof claimsSchema>[number]
export type Diagram = z.output<typeof diagramsSchema>[number]
export type Topic = z.output<typeof topicsSchema>[number]
export type Zone = z.output<typeof zoneSchema>
export type ProductTable = z.output<typeof productTablesSchema>[number]
export type RetiredItem = z.output<typeof retiredSchema>[number]

/** Lets a rule over several members run although others of them are wrong, so that one run shows every fault. */
function isObject({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null
}

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
