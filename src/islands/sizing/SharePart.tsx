import { maxLinkLength } from '../../core/sizing/index.ts'
import { CopyText } from './CopyText.tsx'

interface Props {
  /** Empty where it would be too long. */
  link: string
  /** Characters of the inputs. */
  length: number
}

/** The inputs as a link; nothing is sent to a server by opening it. */
export function SharePart({ link, length }: Props) {
  if (link === '')
    return (
      <p>
        A link with these inputs would have {length.toLocaleString('en')} characters, and{' '}
        {maxLinkLength.toLocaleString('en')} is where chats and notes begin to cut it. Use fewer workloads, or shorter
        names.
      </p>
    )
  return (
    <>
      <p>
        The link holds all inputs, names too, after its <code>#</code>: no server sees them, whoever has the link does.
      </p>
      <CopyText text={link} label="the link" />
    </>
  )
}
