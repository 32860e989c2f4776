/** What people read into "accepted" and what it does not say (signoff.md §10). */
export function AcceptedLimits() {
  return (
    <details>
      <summary>What this does not say</summary>
      <ul>
        <li>That the work was done: ticks, notes and evidence are claims of whoever wrote them.</li>
        <li>When it was signed: every time in it is from somebody’s own clock.</li>
        <li>That the signers understood what they saw, or that no other report exists.</li>
        <li>That a key is not revoked: that is so as far as your trust file knows today.</li>
        <li>That this page was not manipulated: run the command below on another machine where much depends on it.</li>
      </ul>
    </details>
  )
}
