import { saveFile } from '../../browser/save-file.ts'
import type { Report } from '../../core/index.ts'

/** Ways to take the report along. */
export function Actions({ report }: { report: Report }) {
  const name = fileName(report)
  const saveMarkdown = async () => {
    const { encodeReportMarkdown } = await import('../../exports/report-markdown.ts')
    saveFile(`${name}.md`, 'text/markdown', encodeReportMarkdown(report))
  }
  return (
    <p class="actions">
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <button type="button" onClick={saveMarkdown}>
        Save as Markdown
      </button>
      <button
        type="button"
        onClick={() => saveFile(`${name}.json`, 'application/json', `${JSON.stringify(report, null, 2)}\n`)}
      >
        Save as JSON
      </button>
    </p>
  )
}

/** `payments-2-4-0-report`: letters, digits and hyphens, which every file system takes. */
function fileName({ rollout }: Report): string {
  const slug = rollout.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${slug || rollout.id}-report`
}
