/** Where the file goes: whoever can change it appoints signers. */
export function BelongPart({ base }: { base: string }) {
  return (
    <section aria-labelledby="belongs">
      <h2 id="belongs">Where it belongs</h2>
      <p>
        Whoever can change this file decides who counts. Protect it at least as well as the deployment itself, and have
        every change reviewed by somebody else.
      </p>
      <ul>
        <li>
          On a protected branch of another repository, or in a protected CI variable of type file, or in a ConfigMap.
        </li>
        <li>Never on the branch that is being built: a change could bring its own approvers.</li>
        <li>Never beside the report, and never taken from whoever sent the report.</li>
      </ul>
      <p>
        Compare each fingerprint with the person, by voice or face to face, before you save: an entry that came by mail
        may be somebody else’s. A key that was lost is revoked here, and the new one is added.
      </p>
      <p>
        <a href={`${base}verify/`}>Verify a signed report</a> with it here, or with <code>golive verify</code> in a
        pipeline.
      </p>
    </section>
  )
}
