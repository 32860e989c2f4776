import type { FileKind } from './recognise.ts'

/** What to do with a file that is recognised and is of no use on this screen. */
export const fileAdvice: Partial<Record<FileKind, string>> = {
  entry: 'This is what one person sends for the trust file. Take it into a trust file first.',
  statement: 'Nobody has signed this. Signatures are in NAME.dsse.json or in NAME.WHO.sigstore.json.',
  rollout: 'This is a rollout that is still being worked on, not a signed report. Open it under Rollouts.',
  unknown:
    'This is no signed report, no trust file and no checklist. To check a file that is rolled out, choose it under “What is rolled out”.',
}
