// The same content gives the same bytes, and a site under a sub-path is whole: built a second time with a base, the
// published checklists have to be those of `dist`. The link check of that build finds links that leave the base.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { subPath, subPathFolder } from '../tests/sites.ts'

const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', subPathFolder], {
  env: { ...process.env, BASE_PATH: subPath },
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
if (status !== 0) {
  console.error(stdout, stderr)
  process.exit(1)
}

const checklists = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('checklist.json'),
)
const different = checklists.filter(
  (path) => !readFileSync(join('dist', path)).equals(readFileSync(join(subPathFolder, path))),
)
if (checklists.length === 0 || different.length > 0) {
  console.error(`Two builds differ: ${different.join(', ') || 'no checklist.json was built'}`)
  process.exit(1)
}
console.log(`${checklists.length} published checklists are byte for byte the same in two builds; ${subPath} builds too`)
