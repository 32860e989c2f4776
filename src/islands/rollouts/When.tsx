import { formatLocal, tellDistance } from './moments.ts'

interface Props {
  /** A moment in UTC, or a local date and time. */
  at: string
  from: Date
}

/** A moment exactly, and how far away it is. */
export function When({ at, from }: Props) {
  const moment = new Date(at)
  // Files and earlier versions may hold what is no date: it is shown as it is.
  if (Number.isNaN(moment.getTime())) return <>{at}</>
  return (
    <>
      <time dateTime={at}>{formatLocal(moment)}</time>, {tellDistance(moment, from)}
    </>
  )
}
