// Content has to pass the same checks as the build, without waiting for one: `npm run test:content [-- FOLDER]`.
import { checkContent, formatFaults } from '../src/guides/index.ts'

const folder = process.argv[2] ?? 'content'
const { platforms, faults } = checkContent(folder)
if (faults.length > 0) {
  console.error(formatFaults(faults, folder))
  process.exitCode = 1
}
for (const { data, sections, claims } of platforms) {
  const items = sections.flatMap((section) => section.data.items)
  const musts = items.filter((item) => item.level === 'must').length
  const decisions = items.filter((item) => item.decision).length
  const counts = `${sections.length} sections, ${items.length} items (${musts} must), ${decisions} decisions`
  console.log(`${data.title} ${data.version}: ${counts}, ${claims.data.length} claims`)
}
