// Notes which item ids are published, so that a later build fails when one of them vanishes: `npm run record`, at a release.
import { writeFileSync } from 'node:fs'
import { loadContent } from '../src/guides/index.ts'

for (const { id, checklist } of (await loadContent('content')).platforms) {
  const ids = checklist.sections.flatMap((section) => section.items.map((item) => item.id)).sort()
  writeFileSync(`content/${id}/published.json`, `${JSON.stringify({ version: checklist.version, ids }, null, 2)}\n`)
  console.log(`${checklist.title} ${checklist.version}: ${ids.length} ids recorded`)
}
