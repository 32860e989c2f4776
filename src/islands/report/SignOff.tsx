import type { FunctionComponent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { loadStyle } from '../../browser/load-style.ts'
import { findSignoffs } from '../../browser/signoff-hint.ts'
import frozenStyle from '../../styles/frozen-report.css?url'
import secretsStyle from '../../styles/secrets.css?url'
import signoffStyle from '../../styles/signoff.css?url'
import type { FreezeSource } from '../signoff/freezing.ts'

interface Props {
  base: string
  source: FreezeSource | undefined
}

type Panel = FunctionComponent<Props>

/** Everything of the sign-off comes when somebody asks for it, or when this browser holds frozen reports. */
export function SignOff({ base, source }: Props) {
  const [panel, setPanel] = useState<{ Panel: Panel }>()
  const [isFailed, setFailed] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const load = async () => {
    setFailed(false)
    try {
      const [{ SignoffPanel }] = await Promise.all([
        import('../signoff/SignoffPanel.tsx'),
        loadStyle(frozenStyle),
        loadStyle(secretsStyle),
        loadStyle(signoffStyle),
      ])
      setPanel({ Panel: SignoffPanel })
    } catch {
      setFailed(true)
    }
  }
  const open = async () => {
    // The button goes with what it loads.
    heading.current?.focus()
    await load()
  }
  useEffect(() => {
    findSignoffs().then((found) => {
      if (found === 'there' || location.hash === '#sign-off') load()
    })
  }, [])
  return (
    <section class="signoff" aria-labelledby="sign-off">
      <h2 id="sign-off" ref={heading} tabIndex={-1}>
        Sign-off
      </h2>
      {panel ? (
        <panel.Panel base={base} source={source} />
      ) : (
        <>
          <p>
            {source
              ? 'Freeze the report, and people sign it with keys of their own: a pipeline can then check who said go, and that nothing was changed since.'
              : 'Somebody sent you a report to sign? Open the file here. It needs no rollout of your own.'}
          </p>
          <p class="actions">
            <button type="button" onClick={open}>
              {source ? 'Freeze or sign' : 'Open a frozen report'}
            </button>
          </p>
          <p class="problem" role="alert">
            {isFailed && 'The sign-off could not be loaded. Check the connection and try again.'}
          </p>
        </>
      )}
    </section>
  )
}
