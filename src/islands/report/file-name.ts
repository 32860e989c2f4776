import type { Report } from '../../core/index.ts'

/** `payments-2-4-0-report`: letters, digits and hyphens, which every file system takes. */
export function nameReportFile({ rollout }: Report): string {
  const slug = rollout.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${slug || rollout.id}-report`
}
