import { useState } from 'preact/hooks'
import { saveFile } from '../../browser/save-file.ts'
import type { Trust } from '../../core/signoff/index.ts'
import type { Core } from '../verify/core.ts'
import { Changes } from './Changes.tsx'
import type { Lint } from './lint.ts'

interface Props {
  core: Core
  lint: Lint | undefined
  /** Text of the file that was opened, in the form in which it would be saved; empty where none was. */
  opened: string
}

/** The file itself, what changed in it, its digest, and the same for other tools. */
export function SavePart({ core, lint, opened }: Props) {
  const trust = lint?.trust
  return (
    <section aria-labelledby="save">
      <h2 id="save">Save</h2>
      {lint && opened !== '' && <Changes before={opened} after={lint.text} />}
      <p class="actions">
        <button
          type="button"
          disabled={!trust}
          onClick={() => lint && saveFile('golive-trust.json', 'application/json', lint.text)}
        >
          Save golive-trust.json
        </button>
      </p>
      {!trust && (
        <p class="hint">It can be saved as soon as verifiers take it. What you made so far is kept in this browser.</p>
      )}
      {lint && trust && (
        <>
          <p>
            Its digest, for <code>golive verify --trust-sha256</code>: a pipeline that names it takes no other file.
          </p>
          <p>
            <code>sha256:{lint.sha256}</code>
          </p>
          <OtherTools core={core} trust={trust} />
        </>
      )}
      {lint && (
        <details class="printed">
          <summary>The file as it would be saved</summary>
          <pre class="command-text">{lint.text}</pre>
        </details>
      )}
    </section>
  )
}

function OtherTools({ core, trust }: { core: Core; trust: Trust }) {
  const [problem, setProblem] = useState<string>()
  const saveAllowedSigners = () => {
    setProblem(undefined)
    try {
      saveFile('allowed_signers', 'text/plain', core.formatAllowedSigners(trust))
    } catch (error) {
      if (!(error instanceof core.FormatError)) throw error
      setProblem(error.message)
    }
  }
  return (
    <details>
      <summary>For OpenSSH, openssl and cosign</summary>
      <p class="actions">
        <button type="button" onClick={saveAllowedSigners}>
          Save allowed_signers
        </button>
        {core.listTrustPems(trust).map(({ name, pem }) => (
          <button type="button" key={name} onClick={() => saveFile(name, 'application/x-pem-file', pem)}>
            Save {name}
          </button>
        ))}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="hint">
        They know nothing of required roles, and the PEM files nothing of validity: the gate is golive verify.
      </p>
    </details>
  )
}
