import { nameFiles } from '../../exports/file-name.ts'
import type { FrozenReport } from '../../stores/signoff.ts'
import { formatCosignCommand, formatEd25519Command, formatOpensslCommand } from './outside-commands.ts'

/** For keys that are not in this browser: hardware, a key service, or simply openssl. */
export function Outside({ report }: { report: FrozenReport }) {
  const name = nameFiles(report.statement.predicate.rollout.id)
  return (
    <details class="signoff-more">
      <summary>Sign outside of the browser</summary>
      <p>
        Save <code>{name}.statement.json</code> above and sign the file as it is; editing or formatting it makes it
        another report. Then choose what comes out under “Files of others”.
      </p>
      <p>
        With cosign, which writes a bundle. Choose it together with <code>cosign.pub</code>, so that the signature can
        be checked here:
      </p>
      <Lines text={formatCosignCommand(name)} />
      <p>
        With openssl and an ECDSA P-256 key. Choose <code>{name}.sig</code> and <code>key.pub.pem</code> together:
      </p>
      <Lines text={formatOpensslCommand(name)} />
      <p>With an Ed25519 key, the second line is:</p>
      <Lines text={formatEd25519Command(name)} />
    </details>
  )
}

function Lines({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <pre class="signoff-lines" tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}
