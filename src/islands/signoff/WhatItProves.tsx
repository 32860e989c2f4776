/** Told before the first signature, and kept at hand after it (signoff.md §5.1, §10). */
export function WhatItProves() {
  return (
    <div class="signoff-told">
      <h4>What a key in this browser is</h4>
      <ul>
        <li>It is made here and stays here: no page and no script can read or copy its secret half.</li>
        <li>
          It can be lost. Clearing the data of this site, another browser, a private window or a new computer do not
          have it, and Safari deletes it after seven days of use without a visit. Nobody can bring it back: you make a
          new one, and the trust file is changed.
        </li>
        <li>
          It asks for no password. Whoever sits at this browser, any script of this site, and malware that copies the
          browser’s profile can sign with it. Where that is too little, sign outside of the browser.
        </li>
      </ul>
      <h4>What a signature proves</h4>
      <ul>
        <li>That not one character of the report has changed since each key signed it.</li>
        <li>
          Which keys signed it. Whose keys these are, and for which role they count, the trust file says, never the
          report.
        </li>
        <li>Which rollout, environment, checklist and artifacts it is about.</li>
      </ul>
      <h4>What it does not prove</h4>
      <ul>
        <li>That the work was done. Ticks, notes and evidence are claims of the people who wrote them.</li>
        <li>What happened before the freeze: answers in a browser can be changed without a trace.</li>
        <li>
          That you saw and meant it. A manipulated page or extension could show one report and sign another: a second
          signer on another device, or signing outside, guards against that.
        </li>
        <li>When it was signed: every time in it is from somebody’s own clock.</li>
        <li>That no other report exists, or that a key was not revoked since.</li>
        <li>Anything before the law that asks for a qualified signature. This is none.</li>
      </ul>
    </div>
  )
}
