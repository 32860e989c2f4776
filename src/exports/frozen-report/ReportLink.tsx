import { parseReportLink, showUnseen } from '../visible-text.ts'

/** An address as browsers follow it; what may not be followed is shown and not linked. */
export function ReportLink({ uri }: { uri: string }) {
  const href = parseReportLink(uri)
  if (!href) return <bdi>{showUnseen(uri)}</bdi>
  return (
    <a href={href} rel="noreferrer">
      {href}
    </a>
  )
}
