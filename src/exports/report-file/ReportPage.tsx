import { type Envelope, encodeEnvelope } from '../../core/signoff/envelope.ts'
import { formatPem, type PublicKey } from '../../core/signoff/public-key.ts'
import type { ReadinessStatement } from '../../core/signoff/statement-schema.ts'
import { nameFiles } from '../file-name.ts'
import { FrozenReport } from '../frozen-report/FrozenReport.tsx'
import { showUnseen } from '../visible-text.ts'
import { CheckBox } from './CheckBox.tsx'
import { listCheckCommands, takeEnvelopeCommand } from './check-commands.ts'
import { encodeBlock, envelopeBlockId, keysBlockId } from './data-block.ts'
import { RawScript, RawStyle } from './Raw.tsx'
import { Signatures } from './Signatures.tsx'

export interface ReportPageProps {
  statement: ReadinessStatement
  payloadSha256: string
  envelope: Envelope
  keys: readonly PublicKey[]
  /** Content of the policy that allows these styles and this script, and nothing else. */
  policy: string
  styles: readonly string[]
  watch: string
  script: string
}

/** The whole file. It reads without script, and says that it is not checked until its script has done so. */
export function ReportPage(props: ReportPageProps) {
  const { statement, payloadSha256, envelope, keys, policy, styles, watch, script } = props
  const { id } = statement.predicate.rollout
  const name = nameFiles(id)
  const title = `Readiness report: ${showUnseen(id)}`
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <RawScript text={watch} />
        {styles.map((style) => (
          <RawStyle key={style} text={style} />
        ))}
      </head>
      <body class="report-file">
        <main>
          <h1>{title}</h1>
          <CheckBox />
          <FrozenReport statement={statement} payloadSha256={payloadSha256} />
          <Signatures signatures={envelope.signatures} keys={keys} />
          <section class="file-part" aria-labelledby="file-commands">
            <h2 id="file-commands">Check it without this page</h2>
            <p>
              With openssl and jq. The keys of the signers, <code>signer-1.pem</code> and so on, have to come from
              people or from a trust file: those in this file prove that nothing was changed, not who signed.
            </p>
            <pre class="file-commands">
              {takeEnvelopeCommand(name) + listCheckCommands(name, envelope.signatures, keys)}
            </pre>
          </section>
        </main>
        {'\n'}
        <RawScript id={envelopeBlockId} type="application/json" text={encodeBlock(encodeEnvelope(envelope))} />
        {'\n'}
        <RawScript id={keysBlockId} type="application/json" text={encodeBlock(JSON.stringify(keys.map(formatPem)))} />
        {'\n'}
        <RawScript text={script} />
        {'\n'}
      </body>
    </html>
  )
}
