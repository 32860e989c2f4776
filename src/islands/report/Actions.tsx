import { useState } from 'preact/hooks'
import { loadStyle } from '../../browser/load-style.ts'
import { saveFile } from '../../browser/save-file.ts'
import type { Report } from '../../core/index.ts'
import type { ReportSecrets } from '../../secrets/scan-report.ts'
import secretsStyle from '../../styles/secrets.css?url'
import signoffStyle from '../../styles/signoff.css?url'
import { SaveActions } from '../proof/SaveActions.tsx'
import type { ExportSource } from '../proof/save-files.ts'
import { nameReportFile } from './file-name.ts'

/** Ways to take the report along. */
export function Actions({ report, source }: { report: Report; source: ExportSource }) {
  const [pending, setPending] = useState<Pending>()
  const [problem, setProblem] = useState('')
  /** Nothing leaves before somebody has seen what in it looks like a secret. */
  const save = async (format: Format) => {
    setProblem('')
    try {
      const review = await findReview(report)
      if (review) setPending({ ...review, format })
      else await saveReport(report, format)
    } catch {
      setProblem('It was not saved: the page lacks a part of itself. Check the connection and try again.')
    }
  }
  const decide = async (decided: Report | undefined) => {
    setPending(undefined)
    if (decided && pending) await saveReport(decided, pending.format)
  }
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" onClick={() => save('md')}>
          Save as Markdown
        </button>
        <button type="button" onClick={() => save('json')}>
          Save as JSON
        </button>
      </p>
      <SaveActions source={source} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {pending && (
        <pending.SecretsReview
          findings={pending.secrets.findings}
          onMask={() => decide(pending.mask())}
          onKeep={() => decide(report)}
          onCancel={() => decide(undefined)}
        />
      )}
    </>
  )
}

type Format = 'md' | 'json'

interface Review {
  secrets: ReportSecrets
  mask: () => Report
  SecretsReview: typeof import('../secrets/SecretsReview.tsx').SecretsReview
}

/** A file that waits for what is to become of the secrets in it. */
type Pending = Review & { format: Format }

/** The question to ask, with all that it needs; undefined where there is none. The rules come only now. */
async function findReview(report: Report): Promise<Review | undefined> {
  const { maskReport, scanReport } = await import('../../secrets/scan-report.ts')
  const secrets = await scanReport(report)
  if (secrets.findings.length === 0) return undefined
  const [{ SecretsReview }] = await Promise.all([
    import('../secrets/SecretsReview.tsx'),
    loadStyle(secretsStyle),
    loadStyle(signoffStyle),
  ])
  return { secrets, mask: () => maskReport(report, secrets), SecretsReview }
}

async function saveReport(report: Report, format: Format): Promise<void> {
  const name = nameReportFile(report)
  if (format === 'json') return saveFile(`${name}.json`, 'application/json', `${JSON.stringify(report, null, 2)}\n`)
  const { encodeReportMarkdown } = await import('../../exports/report-markdown.ts')
  saveFile(`${name}.md`, 'text/markdown', encodeReportMarkdown(report))
}
