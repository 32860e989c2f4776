import type { SizingDesk } from './use-sizing.ts'

type Props = Pick<SizingDesk, 'linkFaults' | 'before' | 'isKept' | 'leaveLink'>

/** What a link did: that it could not be read, or that it took the place of somebody's own inputs. */
export function LinkNotice({ linkFaults, before, isKept, leaveLink }: Props) {
  return (
    <>
      {linkFaults.length > 0 && (
        <div class="link-notice refused" role="alert">
          <p>The link cannot be read, and nothing of it is used. It may have been cut: ask for it once more.</p>
          <ul>
            {linkFaults.slice(0, 10).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {linkFaults.length > 10 && <li>And {linkFaults.length - 10} more.</li>}
          </ul>
        </div>
      )}
      {before && (
        <div class="link-notice">
          <p>These inputs come from a link. Yours from before are {isKept ? 'kept' : 'in this page only'}.</p>
          <p class="actions">
            <button type="button" onClick={() => leaveLink(true)}>
              Go back to mine
            </button>
            <button type="button" onClick={() => leaveLink(false)}>
              Keep these, forget mine
            </button>
          </p>
        </div>
      )}
    </>
  )
}
