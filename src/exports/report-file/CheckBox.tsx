import { checkBoxId } from './check-box-id.ts'

/** What stands over the report until the script has checked the file, and for ever where it does not run. */
export function CheckBox() {
  return (
    <section id={checkBoxId} class="file-check" data-state="unchecked" role="status" aria-label="Check of this file">
      <p class="file-check-word">Not checked</p>
      <p>
        This file checks itself when a browser opens it. If this text stays, script is switched off or the file was
        changed: then rely on nothing in it before you have checked it otherwise.
      </p>
    </section>
  )
}
