import type { APIRoute, GetStaticPaths } from 'astro'
import * as z from 'zod'
import { reportSchema } from '../../core/report-schema.ts'
import { backupSchema, rolloutFileSchema } from '../../core/rollout-file-schema.ts'
import { platformSchema, sectionSchema } from '../../core/schema.ts'
import { readinessPredicateType } from '../../core/signoff/index.ts'
import { readinessSchema, statementSchema, statementType } from '../../core/signoff/statement-schema.ts'
import { trustSchema } from '../../core/signoff/trust-schema.ts'

/** The statement with our predicate, whose types are fixed; the core names them one after the other. */
const readinessStatementSchema = statementSchema.extend({
  _type: z.literal(statementType),
  predicateType: z.literal(readinessPredicateType),
  predicate: readinessSchema,
})

const schemas = {
  section: { title: 'Frontmatter of a section', schema: sectionSchema },
  platform: { title: 'Frontmatter of a platform', schema: platformSchema },
  rollout: { title: 'File of a rollout, NAME.golive.json', schema: rolloutFileSchema },
  backup: { title: 'Everything that a browser holds', schema: backupSchema },
  report: { title: 'Report of a rollout', schema: reportSchema },
  statement: { title: 'Statement that is signed, payload of NAME.dsse.json', schema: readinessStatementSchema },
  trust: { title: 'Trust file, golive-trust.json', schema: trustSchema },
}

export const getStaticPaths = (() =>
  Object.keys(schemas).map((name) => ({ params: { name } }))) satisfies GetStaticPaths

/** JSON Schemas for editors and for programs that read what Golive exports. */
export const GET: APIRoute = ({ params }) => {
  const { title, schema } = schemas[params['name'] as keyof typeof schemas]
  // What authors write: members with a default may be left out.
  const json = { title, ...z.toJSONSchema(schema, { io: 'input' }) }
  return new Response(`${JSON.stringify(json, null, 2)}\n`)
}
