/** The script in an exported file: it runs once, when the page is read, and writes what it found over the report. */
import { checkFile } from './check.ts'
import { describeCheck, describeFailure } from './check-words.ts'
import { showCheck } from './show-check.ts'

/** Written in by the build. */
declare const REPORT_STYLE_SHA256: string
declare const REPORT_WATCH: string

const parts = {
  script: document.currentScript?.textContent ?? '',
  watch: REPORT_WATCH,
  styleSha256: REPORT_STYLE_SHA256,
}

// Only now is what stands behind this script in the file part of the page.
document.addEventListener('DOMContentLoaded', () => {
  checkFile(document, parts)
    .then(describeCheck)
    .catch((error: unknown) => describeFailure(error, globalThis.crypto?.subtle !== undefined))
    .then(showCheck)
})
