// Notes which item ids are published, so that a later build fails when one of them vanishes: `npm run record`, at a release.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { listItems } from '../src/core/index.ts'
import { loadContent } from '../src/guides/index.ts'

for (const { id, checklist } of (await loadContent('content')).platforms) {
  const file = `content/${id}/published.json`
  // What was ever published stays noted: an id that was retired must not come back as something else.
  const before: string[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).ids : []
  const ids = [...new Set([...before, ...listItems(checklist).map((item) => item.id)])].sort()
  writeFileSync(file, `${JSON.stringify({ version: checklist.version, ids }, null, 2)}\n`)
  console.log(`${checklist.title} ${checklist.version}: ${ids.length} ids recorded`)
}
