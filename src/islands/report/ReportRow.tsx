import { type Evidence, formatDay, parseLink, type ReportItem } from '../../core/index.ts'

interface Props {
  base: string
  item: ReportItem
  /** With note, evidence and who; else one line. */
  isWhole: boolean
}

/** An item as the report shows it. */
export function ReportRow({ base, item, isWhole }: Props) {
  const { state, level, title, url, reason, risk, note, evidence = [], changedAt, changedBy } = item
  return (
    <li class={`report-item state-${state}`}>
      <span class="state">{state.replaceAll('-', ' ')}</span>
      <span class={`level level-${level}`}>{level}</span>
      <a href={base + url.slice(1)}>{title}</a>
      {changedAt && isWhole && (
        <span class="report-change">
          <time dateTime={changedAt}>{formatDay(changedAt)}</time> {changedBy && <bdi>{changedBy}</bdi>}
        </span>
      )}
      {reason && <p>{reason}</p>}
      {risk && (
        <p>
          Accepted by <bdi>{risk.acceptedBy}</bdi> until{' '}
          <time dateTime={risk.expiresAt}>{formatDay(risk.expiresAt)}</time>
          {risk.compensatingControl && <>, with: {risk.compensatingControl}</>}
          {risk.followUp && (
            <>
              , followed up at <Link url={risk.followUp} />
            </>
          )}
        </p>
      )}
      {isWhole && note && <p class="report-note">{note}</p>}
      {isWhole && evidence.length > 0 && (
        <ul class="report-evidence">
          {evidence.map((piece) => (
            <li key={JSON.stringify(piece)}>
              <time dateTime={piece.collectedAt}>{formatDay(piece.collectedAt)}</time> <Piece piece={piece} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Piece({ piece }: { piece: Evidence }) {
  if (piece.kind === 'link') return <Link url={piece.url} />
  if (piece.kind === 'text') return <pre>{piece.text}</pre>
  return (
    <>
      <bdi>{piece.name}</bdi>, {piece.sizeBytes.toLocaleString('en')} bytes, <code>sha256:{piece.sha256}</code>
    </>
  )
}

/** What is no http address is shown and not linked. */
function Link({ url }: { url: string }) {
  const href = parseLink(url)
  return href ? (
    <a href={href} rel="noreferrer">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  )
}
